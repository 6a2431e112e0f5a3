import type { Random } from '@baton/contracts';

export interface RetryPace {
  /** The first pause. Default 1 s. */
  firstMs?: number;
  /** The longest pause. Default 10 s: an invitation that comes meanwhile can still be answered, usually within 30 s. */
  longestMs?: number;
  /** The pause that the server asks for (`Retry-After`), to which this one is added. */
  askedMs?: number | undefined;
}

/** The longest `Retry-After` that counts: a proxy's mistake must not keep agents from their desktop for longer. */
const longestAskedMs = 300_000;

/**
 * How long to wait before the next attempt, in ms, after `failures` in a row (from 1). The pause doubles each time, and is
 * a random part of it between a half and the whole, so that desktops do not return all at once after an outage.
 */
export function retryDelay(
  failures: number,
  random: Random,
  { firstMs = 1_000, longestMs = 10_000, askedMs = 0 }: RetryPace = {},
): number {
  const longest = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return Math.min(askedMs, longestAskedMs) + Math.round((longest * (1 + random.next())) / 2);
}
