import type { Connection } from '@baton/contracts';

/** How far the presence on screen can be trusted. `asOf` is backend time in milliseconds. */
export type Freshness = { level: 'live' } | { level: 'delayed' | 'unknown'; asOf: number };

const delayedAfter = 30_000;
const unknownAfter = 120_000;

/**
 * Presence is live while the event stream is: every change arrives. Without it,
 * presence is as old as the stream's end or the newest page, whichever is later.
 *
 * @param pageAt when the newest page was made, backend time
 * @param now backend time
 */
export function freshness(connection: Connection, pageAt: number, clockOffset: number, now: number): Freshness {
  if (connection.state === 'live') return { level: 'live' };
  const asOf = connection.state === 'connectionLost' ? Math.max(pageAt, connection.since + clockOffset) : pageAt;
  const age = now - asOf;
  if (age <= delayedAfter) return { level: 'live' };
  return { level: age <= unknownAfter ? 'delayed' : 'unknown', asOf };
}
