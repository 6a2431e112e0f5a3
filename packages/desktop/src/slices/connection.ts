import type { Connection } from '@baton/contracts';

/**
 * A lost connection stays lost since it was; an ended session stays ended until
 * another begins, whatever its dying stream still says.
 */
export function connectionAfter(before: Connection, next: Connection): Connection {
  if (before.state === 'sessionEnded' && next.state !== 'connecting') return before;
  return before.state === next.state && isDelayed(before) === isDelayed(next) ? before : next;
}

function isDelayed(connection: Connection): boolean {
  return connection.state === 'live' && connection.delayed === true;
}
