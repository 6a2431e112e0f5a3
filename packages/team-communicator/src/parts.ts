import { classNames } from '@baton/ui';
import type { PartNames, PartTable } from '@baton/ui';

/** What a host may style in Team Communicator with `::part(name)`, besides the parts of the widgets. */
export const parts = {
  panel: 'The whole panel',
  header: 'Title and close button',
  title: 'What the panel is open for',
  close: 'The button that closes the panel',
  search: 'The search field with its icon and button',
  'search-icon': 'The icon in the search field',
  'search-input': 'The text of the search field',
  'search-clear': 'The button that empties the search field',
  filter: 'Which targets are shown',
  status: 'The line that counts results and says what became of an action',
  'status-done': 'state of the status line: an action worked',
  'status-problem': 'state of the status line: an action did not work',
  results: 'Everything under the status line; it scrolls',
  hint: 'A line about a section without rows',
  grid: 'All rows',
  'section-heading': 'The name of a group of rows',
  fold: 'The heading of the targets that are not available, which folds them away',
  row: 'One target',
  'row-offline': 'state of a row: the agent is offline',
  'row-open': 'state of a row: its menu is open',
  name: "A target's name",
  match: 'What was searched for, in a name',
  meta: 'What is known of a target, under its name',
  favourite: 'The star of a row',
  'favourite-on': 'state of a star: the target is a favourite',
  actions: 'The button beside a name that opens the Action Menu',
} as const satisfies PartTable;

export const part: PartNames<typeof parts> = classNames;
