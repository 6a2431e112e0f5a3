/** What tests of every room put in the place of the world. */
export { allCapabilities } from './capabilities';
export { createManualClock } from './manual-clock';
export type { ManualClock } from './manual-clock';
