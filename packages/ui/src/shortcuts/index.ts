/** Keyboard commands of Baton, without React. */
export { bindings, shortcuts } from './shortcuts';
export { listenToShortcuts } from './listen';
export type { Keyboard } from './shortcuts';
export { codeOf } from './matches';
