import type { Connection } from '@baton/contracts';

/**
 * A lost connection keeps its first `since`. An ended session stays ended until
 * another begins, even if its stream still sends events.
 */
export function connectionAfter(before: Connection, next: Connection): Connection {
  if (before.state === 'sessionEnded' && next.state !== 'connecting') return before;
  if (before.state === 'connectionLost' && next.state === 'connectionLost')
    return before.why === next.why ? before : { ...next, since: before.since };
  return before.state === next.state && isDelayed(before) === isDelayed(next) ? before : next;
}

function isDelayed(connection: Connection): boolean {
  return connection.state === 'live' && connection.delayed === true;
}

/** A larger difference means that a clock was set: a stream with messages that late would break. */
const clockWasSetMs = 15_000;

/**
 * How far the backend's clock is ahead of this device's. A sample is too small by
 * the time its message travelled, so the largest is the best.
 * `sample` comes from a message that the backend has just sent.
 */
export function offsetAfterTime(offset: number, sample: number): number {
  return sample > offset || offset - sample > clockWasSetMs ? sample : offset;
}

/** The same from a frame. It may be a replay of an old one, so it can only raise the offset. */
export function offsetAfterFrame(offset: number, sample: number): number {
  return Math.max(offset, sample);
}
