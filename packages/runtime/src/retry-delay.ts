import type { Random } from '@baton/contracts';

export interface RetryPace {
  /** The first pause. Default 1 s. */
  firstMs?: number;
  /** No pause is longer. Default 10 s: an invitation that comes meanwhile, usually 30 s long, can still be answered. */
  longestMs?: number;
  /** What the other side asked for (`Retry-After`); the pause comes on top. */
  askedMs?: number | undefined;
}

/** Nobody is left without a desktop for longer because of what a proxy says. */
const longestAskedMs = 300_000;

/**
 * How long to wait before the next attempt, in ms, after `failures` in a row
 * (from 1): doubled each time, and between half and all of that, so that
 * desktops that lost something together do not return together.
 */
export function retryDelay(
  failures: number,
  random: Random,
  { firstMs = 1_000, longestMs = 10_000, askedMs = 0 }: RetryPace = {},
): number {
  const longest = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return Math.min(askedMs, longestAskedMs) + Math.round((longest * (1 + random.next())) / 2);
}
