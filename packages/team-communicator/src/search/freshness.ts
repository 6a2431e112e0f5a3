import type { Connection } from '@baton/contracts';
import type { TargetAvailability } from './use-target-availability';

/** How up to date the presence shown is; `none`: no presence. `asOf` is backend time in milliseconds. */
export type Freshness = { level: 'live' | 'none' } | { level: 'recent' | 'delayed' | 'unknown'; asOf: number };

const delayedAfterMs = 30_000;
const unknownAfterMs = 120_000;

/**
 * Where changes are pushed, presence is live while the event stream is: every change arrives. Without it, presence is
 * as old as the stream's end or the oldest page, whichever is later. Where it is given on request, it is as old as that
 * page.
 *
 * @param pageAt when the oldest page on screen was made, backend time
 * @param now backend time
 */
export function freshness(
  availability: TargetAvailability,
  connection: Connection,
  pageAt: number,
  clockOffset: number,
  now: number,
): Freshness {
  if (availability === 'none') return { level: 'none' };
  const isPushed = availability === 'pushed';
  if (isPushed && connection.state === 'live') return { level: 'live' };
  const asOf =
    isPushed && connection.state === 'connectionLost' ? Math.max(pageAt, connection.since + clockOffset) : pageAt;
  const age = now - asOf;
  if (age <= delayedAfterMs) return isPushed ? { level: 'live' } : { level: 'recent', asOf };
  return { level: age <= unknownAfterMs ? 'delayed' : 'unknown', asOf };
}
