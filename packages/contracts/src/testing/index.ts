/** Test doubles that all packages share. */
export { allCapabilities } from './capabilities';
export { createManualClock } from './manual-clock';
export type { ManualClock } from './manual-clock';
export { emptySnapshot } from './snapshot';
