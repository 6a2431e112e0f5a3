import type { Clock } from '@baton/contracts';

/**
 * How long a control has to be in its place until a key or click counts as meant for it: a sooner one was meant for what
 * was there before (IP-07).
 */
export const meantAfterMs = 500;

/** The time by which that is measured: a person's hands go on while a clock is stopped. */
export const handsNow = (clock: Clock) => clock.deviceNow?.() ?? clock.now();
