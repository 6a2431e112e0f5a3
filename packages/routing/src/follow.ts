import type { RoutingConnection, StreamListener } from '@baton/contracts';
import { browserProfile } from './browser-profile';
import { createReceiver } from './receiver';
import type { Receiver } from './receiver';
import { shareStream } from './shared-stream';
import { holdStream } from './stream';
import type { StreamObserver } from './stream';

/**
 * Follows the event stream until `signal` aborts, a gap opens or the session is lost: the stream that the windows of this
 * browser profile share, or the window's own.
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
    ? holdStream(connection, observerOf(receiver), ending.signal).ended
    : shareStream(connection, sharedAs, profile, receiver, ending.signal));
  signal.removeEventListener('abort', end);
  if (error && !ending.signal.aborted) listener.onLost(error);
}

/** The observer of a window with its own stream. */
function observerOf(receiver: Receiver): StreamObserver {
  return {
    position: receiver.position,
    onEvent: (_, event) => receiver.take(event),
    onBreak: receiver.broke,
  };
}
