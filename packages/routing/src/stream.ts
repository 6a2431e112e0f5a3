import type { Clock, RoutingConnection, RoutingError } from '@baton/contracts';
import { createParser } from 'eventsource-parser';
import { retryDelay } from './backoff';
import { startDeadline } from './deadline';
import type { Deadline } from './deadline';
import { errorFromAnswer } from './errors';
import { lineEnds } from './line-ends';
import { readJson, signedFetch } from './request';
import { retryAfter } from './retry-after';
import { firstPatienceMs, patienceMs, signalFrom } from './server-sent';
import type { Said, Signal } from './server-sent';

/** How long a stream may take until its head, and from there until its first event. Longer: something on its way holds it back. */
const muteMs = 5_000;

/** Heard for so long, a stream has proved itself: what a buffer or a gateway lets pass at the start proves nothing. */
const steadyMs = 4_000;

const mediaType = 'text/event-stream';

/** Who listens to an event stream. */
export interface StreamEar {
  /** The cursor to resume from. */
  position(): number;
  onSaid(said: Said, signal: Signal): void;
  /** It broke, or there was none; another attempt follows in `retryInMs`. */
  onBreak(retryInMs: number): void;
}

/** An event stream that is being held. */
export interface HeldStream {
  /** Settles when `signal` has aborted or the session is lost: then with its error. */
  ended: Promise<RoutingError | undefined>;
  /** Ends a pause between two attempts, and a connection that has been silent for too long, now. Says whether one of these was so. */
  hurry(): boolean;
}

/** How a connection ended; `steady` when the backend had been heard on it for some time, not only at its start. */
type Ending = { kind: 'broken'; steady: boolean; askedMs?: number | undefined } | { kind: 'lost'; error: RoutingError };

interface Open {
  kind: 'open';
  body: ReadableStream<Uint8Array>;
}

/** Holds the event stream until `signal` aborts: never more than one connection, the next after the last has ended. */
export function holdStream(connection: RoutingConnection, ear: StreamEar, signal: AbortSignal): HeldStream {
  let hurry = () => false;

  async function hold(): Promise<RoutingError | undefined> {
    let failures = 0;
    while (!signal.aborted) {
      const deadline = startDeadline(connection.clock, muteMs, signal);
      hurry = deadline.check;
      const ending = await connect(connection, ear, deadline);
      deadline.clear();
      if (signal.aborted) break;
      if (ending.kind === 'lost') return ending.error;
      failures = ending.steady ? 1 : failures + 1;
      const delay = retryDelay(failures, connection.random, { askedMs: ending.askedMs });
      ear.onBreak(delay);
      await sleep(connection.clock, delay, signal, (wake) => {
        hurry = () => {
          wake();
          return true;
        };
      });
    }
    return undefined;
  }

  return { ended: hold(), hurry: () => hurry() };
}

/** One connection, from its request to its end. Leaves no reader or open request behind. */
async function connect(connection: RoutingConnection, ear: StreamEar, deadline: Deadline): Promise<Ending> {
  const opening = await open(connection, ear.position(), deadline);
  return opening.kind === 'open' ? read(opening.body.getReader(), ear, connection.clock, deadline) : opening;
}

/** The body of the stream, or why there is none. */
async function open(connection: RoutingConnection, cursor: number, deadline: Deadline): Promise<Open | Ending> {
  const headers = { accept: mediaType, 'last-event-id': String(cursor) };
  try {
    const response = await deadline.limit(
      signedFetch(connection, 'v1/events', () => ({ headers, signal: deadline.signal })),
    );
    // Whoever gives tokens may be out of reach for a while, as the backend may.
    if (response === 'noToken') return { kind: 'broken', steady: false };
    // Nothing else ends a session: a proxy's 403 passes, and is retried.
    if (response.status === 401)
      return { kind: 'lost', error: errorFromAnswer(response, await deadline.limit(readJson(response)), connection) };
    const isStream = response.ok && response.headers.get('content-type')?.startsWith(mediaType);
    if (isStream && response.body) return { kind: 'open', body: response.body };
    await response.body?.cancel();
    return { kind: 'broken', steady: false, askedMs: retryAfter(response, connection.clock) };
  } catch {
    // No answer in time or none at all: the same as an answer that is no stream.
    return { kind: 'broken', steady: false };
  }
}

/** Hands on what the backend says, until one side ends it. */
async function read(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  ear: StreamEar,
  clock: Clock,
  deadline: Deadline,
): Promise<Ending> {
  const heard: Said[] = [];
  const parser = createParser({ onEvent: ({ event = '', data }) => heard.push({ event, data }) });
  const decoder = new TextDecoder();
  const asLines = lineEnds();
  let openedAt: number | undefined;
  let steady = false;
  let patience = patienceMs();
  deadline.restart(muteMs);
  try {
    for (;;) {
      const bytes = await nextBytes(reader, deadline);
      if (!bytes) return { kind: 'broken', steady };
      parser.feed(asLines(decoder.decode(bytes, { stream: true })));
      for (const said of heard.splice(0)) {
        if (deadline.signal.aborted) return { kind: 'broken', steady };
        const signal = signalFrom(said);
        if (signal.kind !== 'other') {
          openedAt ??= clock.now();
          steady = clock.now() - openedAt >= steadyMs;
        }
        if (signal.kind === 'heartbeat')
          patience = steady ? patienceMs(signal.everyMs) : firstPatienceMs(signal.everyMs);
        ear.onSaid(said, signal);
      }
      if (openedAt !== undefined) deadline.restart(patience);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** What came next; nothing when the connection is over. */
async function nextBytes(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  deadline: Deadline,
): Promise<Uint8Array | undefined> {
  try {
    return (await deadline.limit(reader.read())).value;
  } catch {
    return undefined;
  }
}

/** Waits; less when `signal` aborts, or when what `onWait` is given is called. */
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
