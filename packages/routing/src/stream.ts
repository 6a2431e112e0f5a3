import type { Clock, RoutingConnection, RoutingError } from '@baton/contracts';
import type { TimeLimit } from '@baton/runtime';
import { retryDelay, startTimeLimit } from '@baton/runtime';
import { createParser } from 'eventsource-parser';
import { errorFromAnswer, retryAfterMs } from './errors';
import { readJson, signedFetch } from './request';
import { lineEnds, maxFirstSilenceMs, maxSilenceMs, parseEvent } from './stream-events';
import type { RawEvent, StreamEvent } from './stream-events';

/**
 * Time limit for the response headers, and then for the first event. If it passes, a proxy may be buffering the stream.
 */
const openMs = 5_000;

/**
 * A stream counts as steady when events still arrive after this time. A proxy that buffers may let the first ones pass.
 */
const steadyMs = 4_000;

const mediaType = 'text/event-stream';

/** Observes an event stream. */
export interface StreamObserver {
  /** The cursor to resume from. */
  position(): number;
  onEvent(raw: RawEvent, event: StreamEvent): void;
  /** The stream broke or did not open; the next attempt follows in `retryInMs`. */
  onBreak(retryInMs: number): void;
}

/** An event stream that reconnects by itself. */
export interface HeldStream {
  /** Resolves when `signal` has aborted, or with the error when the session is lost. */
  ended: Promise<RoutingError | undefined>;
  /**
   * Ends the pause before the next attempt, or a connection that has been silent for too long. Returns whether it ended
   * one.
   */
  endWait(): boolean;
}

/** How a connection ended; `steady` if events arrived on it for some time, not only at its start. */
type Ending = { kind: 'broken'; steady: boolean; askedMs?: number | undefined } | { kind: 'lost'; error: RoutingError };

interface Open {
  kind: 'open';
  body: ReadableStream<Uint8Array>;
}

/** Keeps an event stream open until `signal` aborts, with one connection at a time. */
export function holdStream(connection: RoutingConnection, observer: StreamObserver, signal: AbortSignal): HeldStream {
  let endWait = () => false;

  async function hold(): Promise<RoutingError | undefined> {
    let failures = 0;
    while (!signal.aborted) {
      const timeLimit = startTimeLimit(connection.clock, openMs, signal);
      endWait = timeLimit.check;
      const ending = await connect(connection, observer, timeLimit);
      timeLimit.clear();
      if (signal.aborted) break;
      if (ending.kind === 'lost') return ending.error;
      failures = ending.steady ? 1 : failures + 1;
      const delay = retryDelay(failures, connection.random, { askedMs: ending.askedMs });
      observer.onBreak(delay);
      await sleep(connection.clock, delay, signal, (wake) => {
        endWait = () => {
          wake();
          return true;
        };
      });
    }
    return undefined;
  }

  return { ended: hold(), endWait: () => endWait() };
}

/** One connection, from its request to its end. Leaves no reader or open request behind. */
async function connect(connection: RoutingConnection, observer: StreamObserver, timeLimit: TimeLimit): Promise<Ending> {
  const opening = await open(connection, observer.position(), timeLimit);
  return opening.kind === 'open' ? read(opening.body.getReader(), observer, connection.clock, timeLimit) : opening;
}

/** The body of the stream, or why there is none. */
async function open(connection: RoutingConnection, cursor: number, timeLimit: TimeLimit): Promise<Open | Ending> {
  const headers = { accept: mediaType, 'last-event-id': String(cursor) };
  try {
    const response = await timeLimit.limit(
      signedFetch(connection, 'v1/events', () => ({ headers, signal: timeLimit.signal })),
    );
    // The source of tokens may be out of reach for a while, as the backend may.
    if (response === 'noToken') return { kind: 'broken', steady: false };
    // Only a 401 ends a session. A 403 may come from a proxy, and is retried.
    if (response.status === 401)
      return { kind: 'lost', error: errorFromAnswer(response, await timeLimit.limit(readJson(response)), connection) };
    const isStream = response.ok && response.headers.get('content-type')?.startsWith(mediaType);
    if (isStream && response.body) return { kind: 'open', body: response.body };
    await response.body?.cancel();
    return { kind: 'broken', steady: false, askedMs: retryAfterMs(response, connection.clock) };
  } catch {
    // No answer, or not in time, counts as an answer that is not a stream.
    return { kind: 'broken', steady: false };
  }
}

/** Passes events on until one side ends the connection. */
async function read(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  observer: StreamObserver,
  clock: Clock,
  timeLimit: TimeLimit,
): Promise<Ending> {
  const parsed: RawEvent[] = [];
  const parser = createParser({ onEvent: ({ event = '', data }) => parsed.push({ event, data }) });
  const decoder = new TextDecoder();
  const convertLineEnds = lineEnds();
  let openedAt: number | undefined;
  let steady = false;
  let silenceMs = maxSilenceMs();
  timeLimit.restart(openMs);
  try {
    for (;;) {
      const bytes = await nextBytes(reader, timeLimit);
      if (!bytes) return { kind: 'broken', steady };
      parser.feed(convertLineEnds(decoder.decode(bytes, { stream: true })));
      for (const raw of parsed.splice(0)) {
        if (timeLimit.signal.aborted) return { kind: 'broken', steady };
        const event = parseEvent(raw);
        if (event.kind !== 'other') {
          openedAt ??= clock.now();
          steady = clock.now() - openedAt >= steadyMs;
        }
        if (event.kind === 'heartbeat')
          silenceMs = steady ? maxSilenceMs(event.everyMs) : maxFirstSilenceMs(event.everyMs);
        observer.onEvent(raw, event);
      }
      if (openedAt !== undefined) timeLimit.restart(silenceMs);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** The next chunk; undefined when the connection has ended. */
async function nextBytes(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  timeLimit: TimeLimit,
): Promise<Uint8Array | undefined> {
  try {
    return (await timeLimit.limit(reader.read())).value;
  } catch {
    return undefined;
  }
}

/** Waits for `ms`, or until `signal` aborts or the function that `onWait` gets is called. */
function sleep(clock: Clock, ms: number, signal: AbortSignal, onWait: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      stopTimer();
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const stopTimer = clock.setTimeout(wake, ms);
    signal.addEventListener('abort', wake, { once: true });
    onWait(wake);
    if (signal.aborted) wake();
  });
}
