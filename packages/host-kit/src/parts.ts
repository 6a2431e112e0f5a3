import { classNames } from '@baton/ui/theme';
import type { PartNames, PartTable, WidgetParts } from '@baton/ui/theme';

/** What a host may style with `::part(name)` of what host-kit shows in a module's place. */
export const parts = {
  loading: 'Stands where a module is on its way',
  failure: 'Says that a module stopped working',
  'failure-title': 'Which module it is',
  'failure-help': 'What still works, and the number that helps support to find the cause',
  'failure-source': 'Where a module comes from that a developer has replaced',
  reload: 'The button that loads the module again',
  'reset-overrides': 'The button that takes every module from where the host has it again',
  locked: 'Says in the place of a module that the desktop is locked',
  'locked-title': 'Its title',
  'locked-help': 'What is hidden, or who unlocks it',
  unlock: 'The button that unlocks the desktop',
  'copy-details': 'The button that copies what support needs',
} as const satisfies PartTable;

export const part: PartNames<typeof parts & WidgetParts> = classNames;
