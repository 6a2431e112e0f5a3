import type { Problem, RoutingConnection, RoutingErrorCode } from '@baton/contracts';
import { createManualClock } from '@baton/contracts/testing';
import type { ManualClock } from '@baton/contracts/testing';

/** How the fake backend reacts to a request; `never`: not at all, until the client gives up. */
type Reply = Response | 'never' | 'networkFails';

/** A received request. */
export interface Arrived {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
  signal: AbortSignal | null | undefined;
  keepalive: boolean | undefined;
}

export interface FakeBackend {
  connection: RoutingConnection & { clock: ManualClock };
  arrived: Arrived[];
  /** The arguments of the calls of `getToken`. */
  tokensAsked: (string | undefined)[];
  /** The reactions to the next requests, in order. */
  replies: Reply[];
}

/** A backend with scripted replies, a clock that stands still, and constant randomness. */
export function createFakeBackend({ chance = 1 }: { chance?: number } = {}): FakeBackend {
  const arrived: Arrived[] = [];
  const replies: Reply[] = [];
  const tokensAsked: (string | undefined)[] = [];

  const fakeFetch: typeof fetch = (input, init) => {
    const { method = 'GET', headers, body, signal, keepalive } = init ?? {};
    const path = String(input instanceof Request ? input.url : input).replace('https://routing.example/', '');
    const text = typeof body === 'string' ? body : undefined;
    arrived.push({ method, path, headers: new Headers(headers), body: text && JSON.parse(text), signal, keepalive });
    const reply = replies.shift() ?? 'never';
    if (reply === 'networkFails') return Promise.reject(new TypeError('Failed to fetch'));
    if (reply !== 'never') return Promise.resolve(reply);
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  };

  return {
    arrived,
    replies,
    tokensAsked,
    connection: {
      baseUrl: 'https://routing.example/',
      clock: createManualClock(),
      random: { id: () => 'f'.repeat(32), next: () => chance },
      fetch: fakeFetch,
      async getToken(refused) {
        tokensAsked.push(refused);
        return refused === undefined ? 'token-1' : 'token-2';
      },
    },
  };
}

export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status });
}

export function problem(code: RoutingErrorCode, status: number, changes: Partial<Problem> = {}): Response {
  const body: Problem = {
    type: 'about:blank',
    title: code,
    status,
    code,
    detail: 'In plain words',
    reference: 'R-1',
    ...changes,
  };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

/** An event stream that a test writes. */
export interface FakeStream {
  response: Response;
  write(text: string | Uint8Array): void;
  close(): void;
  break(): void;
  /** Whether the client has cancelled it. */
  cancelled(): boolean;
}

export function createFakeStream(contentType = 'text/event-stream'): FakeStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (opened) => void (controller = opened),
    cancel: () => void (cancelled = true),
  });
  return {
    response: new Response(body, { headers: { 'content-type': contentType } }),
    write: (text) => controller?.enqueue(typeof text === 'string' ? new TextEncoder().encode(text) : text),
    close: () => controller?.close(),
    break: () => controller?.error(new TypeError('network error')),
    cancelled: () => cancelled,
  };
}

/** Waits until all promises that can settle without time passing have settled. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
