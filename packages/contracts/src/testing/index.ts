/** What tests of every room put in the place of time. */
export { createManualClock } from './manual-clock';
export type { ManualClock } from './manual-clock';
