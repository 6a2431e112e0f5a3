import { classNames } from './widgets/class-names';

/**
 * Names of parts, each with what it names. Hosts style parts with `::part(name)`, and states by further names,
 * since `::part(name)[attribute]` never matches. They are public: a name is changed or taken away in a major version only.
 */
export type PartTable = Readonly<Record<string, string>>;

/** Parts of the widgets, found in every module. */
export const widgetParts = {
  avatar: 'Stands for a person or pool: initials or an icon',
  presence: 'The shape at an avatar that shows presence',
  'presence-ready': 'state of presence: ready',
  'presence-busy': 'state of presence: busy',
  'presence-notReady': 'state of presence: not ready',
  'presence-afterCallWork': 'state of presence: finishing work on the last conversation',
  'presence-offline': 'state of presence: offline',
  'presence-unknown': 'state of presence: not known',
  button: 'Any button',
  'button-primary': 'kind of button: the one thing to do next',
  'button-secondary': 'kind of button: the usual one',
  'button-quiet': 'kind of button: without border',
  'button-danger': 'kind of button: does what cannot be taken back',
  'button-disabled': 'state of a button: cannot be pressed now, and says why',
  'button-busy': 'state of a button: what was asked for is under way',
  tooltip: 'The line of text beside a button',
  spinner: 'The ring of a busy button or list',
  banner: 'Says what happened and what to do next',
  'banner-problem': 'kind of banner: something did not work',
  'banner-warning': 'kind of banner: something needs care',
  'banner-information': 'kind of banner: something is so',
  'banner-done': 'kind of banner: something worked',
  'banner-icon': 'The icon of a banner',
  'banner-title': 'The first line of a banner',
  'banner-help': 'The text under the first line of a banner',
  'banner-actions': 'The buttons of a banner',
  'banner-dismiss': 'The button that closes a banner',
  chips: 'One choice out of a few',
  chip: 'One of the choices',
  'chip-count': 'How many things a choice shows',
  'chip-selected': 'state of a chip: chosen',
  countdown: 'Time left, as a bar',
  'countdown-fill': 'The part of the bar that is left',
  'countdown-fill-urgent': 'state of countdown-fill: little is left',
  menu: 'The Action Menu',
  'menu-item': 'One thing to choose',
  'menu-item-disabled': 'state of an item: cannot be chosen now',
  'menu-item-description': 'What an item is about, or why it cannot be chosen',
  'menu-item-hint': 'Keys that choose an item',
  'menu-separator': 'The line between groups of items',
  dialog: 'Asks before something that cannot be taken back',
  'dialog-title': 'The question',
  'dialog-body': 'What follows from it',
  'dialog-actions': 'The answers',
  empty: 'Stands where there is nothing to show',
  'empty-title': 'Its first line',
  'empty-body': 'The text under it',
  error: 'Stands where content could not be shown',
  'error-title': 'Its first line',
  'error-body': 'The text under it',
  'error-reference': 'The number that helps support to find the cause',
  'copy-text': 'A text that could not be copied, to be selected',
  skeleton: 'The outline of content on its way',
} as const satisfies PartTable;

export type WidgetParts = typeof widgetParts;

/** Joins names out of one table for a `part` attribute, leaving out those that are not there. */
export type PartNames<Table extends PartTable> = (...names: ((keyof Table & string) | false | undefined)[]) => string;

export const part: PartNames<WidgetParts> = classNames;
