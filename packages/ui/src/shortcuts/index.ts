/** Keyboard commands of Baton, without React. */
export { bindings, shortcuts } from './shortcuts';
export { codeOf } from './matches';
