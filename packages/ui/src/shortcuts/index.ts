/** Keyboard commands of Baton, without React. */
export { bindings } from './shortcuts';
export { codeOf } from './matches';
