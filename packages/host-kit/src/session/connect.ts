import type {
  Clock,
  Connection,
  ConnectionFailure,
  Random,
  RoutingBackend,
  RoutingError,
  Snapshot,
} from '@baton/contracts';
import type { DesktopEvent } from '@baton/desktop';
import { retryDelay } from '@baton/runtime';
import type { PageConnection } from './page-lifecycle';

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
export interface LiveConnection extends PageConnection {
  /**
   * Like `connectNow`, but does not restart an attempt that has just begun: the agent may press the button repeatedly.
   */
  connectOnRequest(): void;
  /** Takes a snapshot now, for example after a command without an answer. Resolves to whether one came. */
  resync(): Promise<boolean>;
  /** When the event stream was last heard; undefined while there is none. */
  heardAt(): number | undefined;
  close(): void;
}

/** Breaks shorter than this show no banner. */
const graceMs = 2_000;

/**
 * After this many attempts without an event stream, polling with snapshots takes its place: a proxy may buffer the
 * stream. The minimum time is needed because windows that share a stream may see several breaks at once.
 */
const breaksUntilPolling = 2;
const silenceUntilPollingMs = 4_000;

/** An agent's request to connect does not restart an attempt that is younger than this. */
const attemptMs = 4_000;

/** Interval of polling: a tenth of the time that agents usually have to answer. */
const pollMs = 3_000;

/**
 * A stream replaces polling again when an event has come this long after its first one, or when it has stayed open for
 * longer than a healthy stream is silent. Its first events prove nothing: a proxy may release its buffer in one burst.
 */
const steadyMs = 4_000;
const unbrokenMs = 15_000;

/** After this much silence the connection does not count as live when the page is shown again. */
const staleMs = 15_000;

/**
 * Signs in, takes a snapshot unless the answer brought one, and follows the events from there. Begins again
 * after a gap, and keeps trying while the contact centre cannot be reached.
 */
export function connect({ backend, clock, random, ready, dispatch }: ConnectOptions): LiveConnection {
  const closing = new AbortController();
  const { signal } = closing;
  let following: AbortController | undefined;
  let beginning = new AbortController();
  let stopTimer = () => undefined as void;
  let stopPollTimer = () => undefined as void;
  let cancelGrace: (() => void) | undefined;
  let isLossShown = false;
  let why: ConnectionFailure | undefined;
  let cursor = 0;
  let gaps = 0;
  let breaks = 0;
  let silentSince: number | undefined;
  let pollNotBefore = 0;
  /** When the current attempt began. */
  let attemptAt: number | undefined;
  let heardAt: number | undefined;
  let polling: AbortController | undefined;
  let isDelayed = false;
  let openedAt = 0;
  let stopTrial = () => undefined as void;

  const setConnection = (next: Connection) => {
    if (!signal.aborted) dispatch({ type: 'connectionChanged', connection: next });
  };

  /** Shows the loss unless the connection is live again within `graceMs`. */
  function showLossAfterGrace(error?: RoutingError) {
    why = error && failureOf(error);
    if (isLossShown) showLoss();
    cancelGrace ??= clock.setTimeout(showLoss, graceMs);
  }

  function showLoss() {
    isLossShown = true;
    setConnection({ state: 'connectionLost', since: clock.now(), ...(why && { why }) });
  }

  function setLive(how: { delayed?: true } = {}) {
    cancelGrace?.();
    cancelGrace = undefined;
    isLossShown = false;
    setConnection({ state: 'live', ...how });
  }

  function endSession() {
    setConnection({ state: 'sessionEnded', reason: 'lost' });
    close();
  }

  async function takeSnapshot(wanted: AbortSignal): Promise<RoutingError | undefined> {
    const answer = await backend.snapshot({}, wanted);
    if (!answer.ok) return answer.error;
    if (!wanted.aborted) show(answer.value);
    return undefined;
  }

  function show(snapshot: Snapshot) {
    cursor = snapshot.cursor;
    dispatch({ type: 'snapshot', snapshot, receivedAt: clock.now() });
  }

  /** Begins at once after one gap, with growing delays after repeated ones: a backend's cursors may never fit. */
  function beginAgain() {
    gaps += 1;
    following = undefined;
    stopTrial();
    stopPolling();
    if (!signal.aborted) dispatch({ type: 'gap' });
    if (gaps === 1) void begin(0);
    else stopTimer = clock.setTimeout(() => void begin(0), retryDelay(gaps - 1, random));
  }

  async function begin(failures: number): Promise<void> {
    beginning.abort();
    const mine = (beginning = new AbortController()).signal;
    attemptAt = clock.now();
    const retry = (error: RoutingError) => {
      if (error.code === 'unauthenticated') return endSession();
      attemptAt = undefined;
      showLossAfterGrace(error);
      const delay = retryDelay(failures + 1, random, { askedMs: error.retryAfterMs });
      stopTimer = clock.setTimeout(() => void begin(failures + 1), delay);
    };

    const signedIn = await backend.send({ type: 'signIn', commandId: random.id(), ready });
    if (mine.aborted) return;
    if (!signedIn.ok) return retry(signedIn.error);
    if (signedIn.value.snapshot) show(signedIn.value.snapshot);
    else {
      const error = await takeSnapshot(mine);
      if (mine.aborted) return;
      if (error) return retry(error);
    }
    // Live already: the stream delivers everything since the snapshot, however late it opens.
    setLive();
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
          // Stop following: a reconnect would sign the agent in again.
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
          stopTrial = clock.setTimeout(trustStream, unbrokenMs);
          if (!isDelayed) switchToStream();
        },
        onBreak() {
          heardAt = undefined;
          attemptAt = undefined;
          breaks += 1;
          silentSince ??= clock.now();
          stopTrial();
          if (polling) return;
          showLossAfterGrace();
          const hasNoStream = breaks >= breaksUntilPolling && clock.now() - silentSince >= silenceUntilPollingMs;
          if (hasNoStream && clock.now() >= pollNotBefore) void poll();
        },
        onGap: beginAgain,
        onLost: endSession,
      },
      following.signal,
    );
  }

  function heard() {
    heardAt = clock.now();
    if (heardAt - openedAt >= steadyMs) trustStream();
    else if (!isDelayed && cancelGrace) switchToStream();
  }

  /** The stream has delivered for long enough to be relied on. */
  function trustStream() {
    stopTrial();
    breaks = 0;
    silentSince = undefined;
    if (isDelayed || cancelGrace) switchToStream();
  }

  function switchToStream() {
    stopPolling();
    setLive();
  }

  /** Takes snapshots until the stream can be relied on. When one fails, polling begins again after the next break. */
  async function poll(): Promise<void> {
    const mine = (polling ??= new AbortController()).signal;
    const error = await takeSnapshot(mine);
    if (mine.aborted) return;
    if (error) {
      stopPolling();
      if (error.code === 'unauthenticated') return endSession();
      pollNotBefore = clock.now() + (error.retryAfterMs ?? 0);
      return heardAt === undefined ? showLossAfterGrace(error) : switchToStream();
    }
    isDelayed = true;
    setLive({ delayed: true });
    stopPollTimer = clock.setTimeout(() => void poll(), pollMs);
  }

  function stopPolling() {
    stopPollTimer();
    polling?.abort();
    polling = undefined;
    isDelayed = false;
  }

  function connectNow() {
    if (signal.aborted) return;
    // While snapshots come, the connection is not lost.
    if (!isDelayed) {
      showLossAfterGrace();
      // A snapshot request may hang on the dead connection.
      stopPolling();
    }
    breaks = 0;
    silentSince = undefined;
    stopTimer();
    stopTrial();
    if (following) follow();
    else void begin(0);
  }

  function close() {
    cancelGrace?.();
    stopTimer();
    stopTrial();
    stopPolling();
    beginning.abort();
    following?.abort();
    closing.abort();
  }

  setConnection({ state: 'connecting' });
  void begin(0);

  return {
    async resync() {
      const error = await takeSnapshot(signal);
      if (error?.code === 'unauthenticated') endSession();
      return error === undefined;
    },
    connectNow,
    connectOnRequest() {
      if (attemptAt === undefined || clock.now() - attemptAt >= attemptMs) connectNow();
    },
    connectUnlessLive() {
      if (heardAt === undefined || clock.now() - heardAt > staleMs) connectNow();
    },
    heardAt: () => heardAt,
    pause() {
      following?.abort();
      heardAt = undefined;
    },
    close,
  };
}

function failureOf({ code, noToken }: RoutingError): ConnectionFailure {
  if (noToken) return 'noToken';
  return code === 'internal' ? 'badAnswer' : 'noAnswer';
}
