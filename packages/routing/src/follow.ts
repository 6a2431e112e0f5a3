import type { RoutingConnection, StreamListener } from '@baton/contracts';
import { browserProfile } from './profile';
import { createReceiver } from './receiver';
import type { Receiver } from './receiver';
import { shareStream } from './shared-stream';
import { holdStream } from './stream';
import type { StreamEar } from './stream';

/**
 * Follows the event stream until `signal` aborts, a gap opens or the session is lost: the one that the windows of
 * this browser profile share, or one of its own.
 */
export async function follow(
  connection: RoutingConnection,
  cursor: number,
  listener: StreamListener,
  signal: AbortSignal,
  findProfile = browserProfile,
): Promise<void> {
  const ending = new AbortController();
  const end = () => ending.abort();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  const onGap = () => {
    end();
    listener.onGap();
  };
  const receiver = createReceiver(cursor, { ...listener, onGap }, ending.signal);

  const { sharedAs } = connection;
  const profile = sharedAs === undefined ? undefined : findProfile();
  const error = await (sharedAs === undefined || profile === undefined
    ? holdStream(connection, earOf(receiver), ending.signal).ended
    : shareStream(connection, sharedAs, profile, receiver, ending.signal));
  signal.removeEventListener('abort', end);
  if (error && !ending.signal.aborted) listener.onLost(error);
}

/** A window that keeps what it hears to itself. */
function earOf(receiver: Receiver): StreamEar {
  return {
    position: receiver.position,
    onSaid: (_, meant) => receiver.take(meant),
    onBreak: receiver.broke,
  };
}
