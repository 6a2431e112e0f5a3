import type { Random } from '@baton/contracts';

const firstMs = 1_000;
const longestMs = 30_000;

/**
 * How long to wait before the next attempt, in ms, after `failures` in a row
 * (from 1): doubled each time, and between half and all of that, so that
 * desktops that lost the backend together do not return together.
 */
export function retryDelay(failures: number, random: Random): number {
  const longest = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return Math.round((longest * (1 + random.next())) / 2);
}
