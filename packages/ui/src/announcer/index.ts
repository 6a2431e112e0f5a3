/** Speaks to screen readers, without React. */
export { acquireAnnouncer } from './announcer';
export type { HeldAnnouncer } from './announcer';
