import type { Problem, RoutingConnection, RoutingErrorCode } from '@baton/contracts';
import { createManualClock } from '@baton/contracts/testing';
import type { ManualClock } from '@baton/contracts/testing';

/** What the fake backend does with a request; `never`: nothing, until the client gives up. */
type Reply = Response | 'never' | 'networkFails';

/** A request as it arrived. */
export interface Arrived {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
  signal: AbortSignal | null | undefined;
}

export interface FakeBackend {
  connection: RoutingConnection & { clock: ManualClock };
  arrived: Arrived[];
  /** What `getToken` was asked with. */
  tokensAsked: (string | undefined)[];
  /** Queues what to do with the next request. */
  replies: Reply[];
}

/** A backend that replies as it was told, in a world where time stands still and chance is always the same. */
export function createFakeBackend({ chance = 1 }: { chance?: number } = {}): FakeBackend {
  const arrived: Arrived[] = [];
  const replies: Reply[] = [];
  const tokensAsked: (string | undefined)[] = [];

  const fakeFetch: typeof fetch = (input, init) => {
    const { method = 'GET', headers, body, signal } = init ?? {};
    const path = String(input instanceof Request ? input.url : input).replace('https://routing.example/', '');
    const text = typeof body === 'string' ? body : undefined;
    arrived.push({ method, path, headers: new Headers(headers), body: text && JSON.parse(text), signal });
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

/** An event stream that a test writes by hand. */
export interface FakeStream {
  response: Response;
  write(text: string | Uint8Array): void;
  close(): void;
  break(): void;
  /** Whether the client has let go of it. */
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

/** Lets everything happen that needs no time. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
