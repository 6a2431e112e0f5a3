/** Speaks to screen readers, without React. */
export { createAnnouncer } from './announcer';
export type { HeldAnnouncer } from './announcer';
