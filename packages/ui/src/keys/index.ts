/** What a key press means, before anything acts on it; without React. */
export { isSuspended, mayCommand } from './commands';
export { guardKeys } from './guard';
export { platformOf } from './platform';
export { isComposing, textFieldOf, writesText } from './text';
export type { KeyPress } from './text';
