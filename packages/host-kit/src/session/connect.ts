import type { Clock, Connection, Random, RoutingBackend, RoutingError } from '@baton/contracts';
import type { DesktopEvent } from '@baton/desktop';
import { retryDelay } from '@baton/routing';

/** What the live connection needs. */
export interface ConnectOptions {
  backend: RoutingBackend;
  clock: Clock;
  random: Random;
  /** Whether to sign in ready; counts only when the agent is signed out. */
  ready: boolean;
  dispatch(event: DesktopEvent): void;
}

/** The live connection of a desktop to its contact centre. */
export interface LiveConnection {
  /** Takes a snapshot now, for example after a command without an answer. Says whether one came; that the session is over, it tells the desktop. */
  resync(): Promise<boolean>;
  close(): void;
}

/** A break shorter than this is not worth a banner, in milliseconds. */
const graceMs = 1000;

/**
 * Signs in, takes a snapshot, follows the events from there; does it again
 * after a gap, and keeps trying while the contact centre cannot be reached.
 */
export function connect({ backend, clock, random, ready, dispatch }: ConnectOptions): LiveConnection {
  const closing = new AbortController();
  const { signal } = closing;
  let stopFollowing = new AbortController();
  let stopTimer = () => undefined as void;
  let cancelGrace: (() => void) | undefined;
  let gaps = 0;

  const connection = (next: Connection) => {
    if (!signal.aborted) dispatch({ type: 'connectionChanged', connection: next });
  };

  function lost() {
    cancelGrace ??= clock.setTimeout(() => connection({ state: 'connectionLost', since: clock.now() }), graceMs);
  }

  function live() {
    cancelGrace?.();
    cancelGrace = undefined;
    connection({ state: 'live' });
  }

  function ended() {
    cancelGrace?.();
    connection({ state: 'sessionEnded', reason: 'lost' });
  }

  async function takeSnapshot(): Promise<{ cursor: number } | RoutingError> {
    const answer = await backend.snapshot(signal);
    if (!answer.ok) return answer.error;
    if (!signal.aborted) dispatch({ type: 'snapshot', snapshot: answer.value, receivedAt: clock.now() });
    return { cursor: answer.value.cursor };
  }

  /** After a gap at once; after gap upon gap, as when a backend's cursors do not fit, ever more slowly. */
  function beginAgain() {
    gaps += 1;
    if (!signal.aborted) dispatch({ type: 'gap' });
    if (gaps === 1) void begin(0);
    else stopTimer = clock.setTimeout(() => void begin(0), retryDelay(gaps - 1, random));
  }

  async function begin(attempt: number): Promise<void> {
    const retry = (error: RoutingError) => {
      if (signal.aborted) return;
      if (error.code === 'unauthenticated') return ended();
      lost();
      stopTimer = clock.setTimeout(() => void begin(attempt + 1), retryDelay(attempt + 1, random));
    };

    const signedIn = await backend.send({ type: 'signIn', commandId: random.id(), ready });
    if (!signedIn.ok) return retry(signedIn.error);
    const snapshot = await takeSnapshot();
    if ('code' in snapshot) return retry(snapshot);
    if (signal.aborted) return;
    // What the snapshot shows can be acted on at once: the stream brings everything since, however late it opens.
    live();
    follow(snapshot.cursor);
  }

  function follow(cursor: number) {
    stopFollowing.abort();
    stopFollowing = new AbortController();
    signal.addEventListener('abort', () => stopFollowing.abort(), { signal: stopFollowing.signal });
    backend.follow(
      cursor,
      {
        onFrame(frame) {
          gaps = 0;
          dispatch({ type: 'frame', frame, receivedAt: clock.now() });
          // Whoever goes on following may sign the agent in again.
          if (frame.events.some(({ type }) => type === 'session.ended')) close();
        },
        onTime: (at) => dispatch({ type: 'time', at, receivedAt: clock.now() }),
        onOpen: live,
        onBreak: lost,
        onGap: beginAgain,
        onLost: ended,
      },
      stopFollowing.signal,
    );
  }

  function close() {
    cancelGrace?.();
    stopTimer();
    closing.abort();
  }

  connection({ state: 'connecting' });
  void begin(0);

  return {
    async resync() {
      const snapshot = await takeSnapshot();
      if (!('code' in snapshot)) return true;
      if (snapshot.code === 'unauthenticated') ended();
      return false;
    },
    close,
  };
}
