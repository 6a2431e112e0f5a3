import type { Clock, RoutingConnection, RoutingError, StreamListener } from '@baton/contracts';
import { createParser } from 'eventsource-parser';
import { retryDelay } from './backoff';
import { startDeadline } from './deadline';
import type { Deadline } from './deadline';
import { errorFromAnswer } from './errors';
import { lineEnds } from './line-ends';
import { answerMs, readJson, signedFetch } from './request';
import { signalFrom } from './server-sent';
import type { Signal } from './server-sent';

/** Two heartbeats of 15 s missed, and some patience for the network. */
const silenceMs = 32_500;

const mediaType = 'text/event-stream';

/** How a connection ended; `alive` when the backend had said something on it. */
type Ending = { kind: 'broken'; alive: boolean } | { kind: 'gap' } | { kind: 'lost'; error: RoutingError };

interface Open {
  kind: 'open';
  body: ReadableStream<Uint8Array>;
}

/** Where to resume. */
interface Position {
  cursor: number;
}

/**
 * Follows the event stream until `signal` aborts, a gap opens or the session is
 * lost. There is never more than one connection: the next begins after the last has ended.
 */
export async function follow(
  connection: RoutingConnection,
  cursor: number,
  listener: StreamListener,
  signal: AbortSignal,
): Promise<void> {
  const position: Position = { cursor };
  let failures = 0;
  while (!signal.aborted) {
    const ending = await connect(connection, position, listener, signal);
    if (signal.aborted) return;
    if (ending.kind === 'gap') return listener.onGap();
    if (ending.kind === 'lost') return listener.onLost(ending.error);
    failures = ending.alive ? 1 : failures + 1;
    const delay = retryDelay(failures, connection.random);
    listener.onBreak(delay);
    await sleep(connection.clock, delay, signal);
  }
}

/** One connection, from its request to its end. Leaves no timer, reader or open request behind. */
async function connect(
  connection: RoutingConnection,
  position: Position,
  listener: StreamListener,
  signal: AbortSignal,
): Promise<Ending> {
  const deadline = startDeadline(connection.clock, answerMs, signal);
  try {
    const opening = await open(connection, position.cursor, deadline);
    if (opening.kind !== 'open') return opening;
    listener.onOpen();
    return await read(opening.body.getReader(), position, listener, deadline);
  } finally {
    deadline.clear();
  }
}

/** The body of the stream, or why there is none. */
async function open(connection: RoutingConnection, cursor: number, deadline: Deadline): Promise<Open | Ending> {
  const headers = { accept: mediaType, 'last-event-id': String(cursor) };
  try {
    const response = await deadline.limit(
      signedFetch(connection, 'v1/events', () => ({ headers, signal: deadline.signal })),
    );
    // Whoever gives tokens may be out of reach for a while, as the backend may.
    if (response === 'noToken') return { kind: 'broken', alive: false };
    // Nothing else ends a session: a proxy's 403 passes, and is retried.
    if (response.status === 401) {
      return { kind: 'lost', error: errorFromAnswer(401, await deadline.limit(readJson(response)), connection.random) };
    }
    const isStream = response.ok && response.headers.get('content-type')?.startsWith(mediaType);
    if (isStream && response.body) return { kind: 'open', body: response.body };
    await response.body?.cancel();
  } catch {
    // No answer in time or none at all: the same as an answer that is no stream.
  }
  return { kind: 'broken', alive: false };
}

/** Hands on what the backend says, until one side ends it. */
async function read(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  position: Position,
  listener: StreamListener,
  deadline: Deadline,
): Promise<Ending> {
  const heard: Signal[] = [];
  const parser = createParser({ onEvent: (event) => heard.push(signalFrom(event)) });
  const decoder = new TextDecoder();
  const asLines = lineEnds();
  let alive = false;
  try {
    for (;;) {
      deadline.restart(silenceMs);
      const bytes = await nextBytes(reader, deadline);
      if (!bytes) return { kind: 'broken', alive };
      parser.feed(asLines(decoder.decode(bytes, { stream: true })));
      for (const said of heard.splice(0)) {
        if (deadline.signal.aborted) return { kind: 'broken', alive };
        if (said.kind === 'gap') return { kind: 'gap' };
        if (said.kind === 'frame') {
          position.cursor = Math.max(position.cursor, said.frame.cursor);
          listener.onFrame(said.frame);
        }
        if (said.kind === 'heartbeat') listener.onTime(said.at);
        alive ||= said.kind !== 'other';
      }
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

/** Waits; less when `signal` aborts. */
function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      stopTimer();
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const stopTimer = clock.setTimeout(wake, ms);
    signal.addEventListener('abort', wake, { once: true });
    if (signal.aborted) wake();
  });
}
