import type { Clock, Connection, Random, RoutingBackend, RoutingError } from '@baton/contracts';
import type { DesktopEvent } from '@baton/desktop';
import { retryDelay } from '@baton/routing';
import type { Wakeable } from './waking';

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
export interface LiveConnection extends Wakeable {
  /** For an agent who cannot wait: as `connectNow`, unless an attempt has just begun. */
  hurry(): void;
  /** Takes a snapshot now, for example after a command without an answer. Says whether one came; that the session is over, it tells the desktop. */
  resync(): Promise<boolean>;
  close(): void;
}

/** A break shorter than this is not worth a banner, in milliseconds. */
const graceMs = 2_000;

/**
 * After so many attempts without an event stream, snapshots take its place: something on the way may hold it back. Not
 * sooner than so many milliseconds after the first of them: windows that share a stream may hear of several at once.
 */
const breaksUntilSnapshots = 2;
const deafUntilSnapshotsMs = 4_000;

/** An attempt that began less than this ago is not begun anew because an agent cannot wait, in milliseconds. */
const attemptMs = 4_000;

/** From one of these snapshots to the next, in milliseconds: a tenth of the time that agents usually have to answer. */
const snapshotEveryMs = 3_000;

/**
 * A stream that was held back is believed again when something has been heard so long after its first event, or nothing
 * has broken it for longer than streams are silent, in milliseconds: what a buffer lets go comes in one burst.
 */
const steadyMs = 4_000;
const unbrokenMs = 15_000;

/** Silent for so long, a line is not believed to be live when the page is shown again, in milliseconds. */
const staleMs = 15_000;

/**
 * Signs in, takes a snapshot, follows the events from there; does it again
 * after a gap, and keeps trying while the contact centre cannot be reached.
 */
export function connect({ backend, clock, random, ready, dispatch }: ConnectOptions): LiveConnection {
  const closing = new AbortController();
  const { signal } = closing;
  let following: AbortController | undefined;
  let beginning = new AbortController();
  let stopTimer = () => undefined as void;
  let stopSnapshots = () => undefined as void;
  let cancelGrace: (() => void) | undefined;
  let cursor = 0;
  let gaps = 0;
  let breaks = 0;
  let deafSince: number | undefined;
  let snapshotNotBefore = 0;
  /** When the attempt began that is under way. */
  let attemptAt: number | undefined;
  let heardAt: number | undefined;
  /** Ends the snapshots that are asked for in the stream's place. */
  let instead: AbortController | undefined;
  let isDelayed = false;
  let openedAt = 0;
  let stopTrial = () => undefined as void;

  const connection = (next: Connection) => {
    if (!signal.aborted) dispatch({ type: 'connectionChanged', connection: next });
  };

  function lost() {
    cancelGrace ??= clock.setTimeout(() => connection({ state: 'connectionLost', since: clock.now() }), graceMs);
  }

  function live(how: { delayed?: true } = {}) {
    cancelGrace?.();
    cancelGrace = undefined;
    connection({ state: 'live', ...how });
  }

  function ended() {
    connection({ state: 'sessionEnded', reason: 'lost' });
    close();
  }

  async function takeSnapshot(wanted: AbortSignal): Promise<RoutingError | undefined> {
    const answer = await backend.snapshot(wanted);
    if (!answer.ok) return answer.error;
    if (wanted.aborted) return undefined;
    cursor = answer.value.cursor;
    dispatch({ type: 'snapshot', snapshot: answer.value, receivedAt: clock.now() });
    return undefined;
  }

  /** After a gap at once; after gap upon gap, as when a backend's cursors do not fit, ever more slowly. */
  function beginAgain() {
    gaps += 1;
    following = undefined;
    stopTrial();
    endSnapshots();
    if (!signal.aborted) dispatch({ type: 'gap' });
    if (gaps === 1) void begin(0);
    else stopTimer = clock.setTimeout(() => void begin(0), retryDelay(gaps - 1, random));
  }

  async function begin(failures: number): Promise<void> {
    beginning.abort();
    const mine = (beginning = new AbortController()).signal;
    attemptAt = clock.now();
    const retry = (error: RoutingError) => {
      if (error.code === 'unauthenticated') return ended();
      attemptAt = undefined;
      lost();
      const delay = retryDelay(failures + 1, random, { askedMs: error.retryAfterMs });
      stopTimer = clock.setTimeout(() => void begin(failures + 1), delay);
    };

    const signedIn = await backend.send({ type: 'signIn', commandId: random.id(), ready });
    if (mine.aborted) return;
    if (!signedIn.ok) return retry(signedIn.error);
    const error = await takeSnapshot(mine);
    if (mine.aborted) return;
    if (error) return retry(error);
    // What the snapshot shows can be acted on at once: the stream brings everything since, however late it opens.
    live();
    follow();
  }

  function follow() {
    following?.abort();
    following = new AbortController();
    heardAt = undefined;
    attemptAt = clock.now();
    backend.follow(
      cursor,
      {
        onFrame(frame) {
          heard();
          cursor = frame.cursor;
          gaps = 0;
          dispatch({ type: 'frame', frame, receivedAt: clock.now() });
          // Whoever goes on following may sign the agent in again.
          if (frame.events.some(({ type }) => type === 'session.ended')) close();
        },
        onTime(at) {
          heard();
          dispatch({ type: 'time', at, receivedAt: clock.now() });
        },
        onOpen() {
          heardAt = openedAt = clock.now();
          attemptAt = undefined;
          stopTrial();
          stopTrial = clock.setTimeout(proved, unbrokenMs);
          if (!isDelayed) believe();
        },
        onBreak() {
          heardAt = undefined;
          attemptAt = undefined;
          breaks += 1;
          deafSince ??= clock.now();
          stopTrial();
          if (instead) return;
          lost();
          const isDeaf = breaks >= breaksUntilSnapshots && clock.now() - deafSince >= deafUntilSnapshotsMs;
          if (isDeaf && clock.now() >= snapshotNotBefore) void snapshotInstead();
        },
        onGap: beginAgain,
        onLost: ended,
      },
      following.signal,
    );
  }

  function heard() {
    heardAt = clock.now();
    if (heardAt - openedAt >= steadyMs) proved();
    else if (!isDelayed && cancelGrace) believe();
  }

  /** The stream is heard, and not by chance. */
  function proved() {
    stopTrial();
    breaks = 0;
    deafSince = undefined;
    if (isDelayed || cancelGrace) believe();
  }

  function believe() {
    endSnapshots();
    live();
  }

  /** Asks for snapshots until the stream is believed again; when one does not come, the next break asks anew. */
  async function snapshotInstead(): Promise<void> {
    const mine = (instead ??= new AbortController()).signal;
    const error = await takeSnapshot(mine);
    if (mine.aborted) return;
    if (error) {
      endSnapshots();
      if (error.code === 'unauthenticated') return ended();
      snapshotNotBefore = clock.now() + (error.retryAfterMs ?? 0);
      return heardAt === undefined ? lost() : believe();
    }
    isDelayed = true;
    live({ delayed: true });
    stopSnapshots = clock.setTimeout(() => void snapshotInstead(), snapshotEveryMs);
  }

  function endSnapshots() {
    stopSnapshots();
    instead?.abort();
    instead = undefined;
    isDelayed = false;
  }

  function connectNow() {
    if (signal.aborted) return;
    // With snapshots that come, nothing is lost.
    if (!isDelayed) {
      lost();
      // One that hangs on the dead line is no answer any more.
      endSnapshots();
    }
    breaks = 0;
    deafSince = undefined;
    stopTimer();
    stopTrial();
    if (following) follow();
    else void begin(0);
  }

  function close() {
    cancelGrace?.();
    stopTimer();
    stopTrial();
    endSnapshots();
    beginning.abort();
    following?.abort();
    closing.abort();
  }

  connection({ state: 'connecting' });
  void begin(0);

  return {
    async resync() {
      const error = await takeSnapshot(signal);
      if (error?.code === 'unauthenticated') ended();
      return error === undefined;
    },
    connectNow,
    hurry() {
      if (attemptAt === undefined || clock.now() - attemptAt >= attemptMs) connectNow();
    },
    check() {
      if (heardAt === undefined || clock.now() - heardAt > staleMs) connectNow();
    },
    rest() {
      following?.abort();
      heardAt = undefined;
    },
    close,
  };
}
