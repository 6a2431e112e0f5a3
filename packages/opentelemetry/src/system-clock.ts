import type { Clock } from '@baton/contracts';

/** This device's own clock. */
export const systemClock: Pick<Clock, 'now'> = { now: () => Date.now() };
