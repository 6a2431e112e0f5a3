import { createHandlers } from '../handlers';
import type { HandlerOptions } from '../handlers';
import { getResponse } from '../msw';
import type { ContactCentrePort } from '../service/port';
import { createSeededRandom } from './seeded-random';

/** A request to the contact centre. */
export interface WireRequest {
  method?: string;
  path: string;
  token?: string;
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is a string or bytes already. */
  body?: unknown;
  signal?: AbortSignal;
}

/** Sends requests to a contact centre's handlers, and validates the answers. */
export function createWire(centre: ContactCentrePort, options: Partial<HandlerOptions> = {}) {
  const handlers = createHandlers(centre, {
    random: createSeededRandom(),
    checkAnswers: true,
    control: true,
    ...options,
  });

  return async ({ method, path, token, headers = {}, body, signal }: WireRequest): Promise<Response> => {
    const sent =
      body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    const request = new Request(`http://contact-centre.test${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(sent !== undefined && { body: new Blob([typeof sent === 'string' ? sent : Uint8Array.from(sent)]) }),
      ...(signal && { signal }),
    });
    const response = await getResponse(handlers, request, { quiet: true });
    if (response) return response;
    throw new Error(`No handler for ${path}`);
  };
}

/** Fetches over a wire, as a page does that asks for JSON. */
export function fetchOver(wire: ReturnType<typeof createWire>): typeof fetch {
  return (input, { method = 'GET', body } = {}) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input, 'http://contact-centre.test');
    return wire({ path: `${pathname}${search}`, method, ...(typeof body === 'string' && { body }) });
  };
}

/**
 * Reads server-sent events as they come. Reading starts at once: Node cancels a body without a reader when its
 * response is garbage-collected.
 */
export function readEvents(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Record<string, string>> {
  return eventsOf(body?.values() ?? []);
}

async function* eventsOf(chunks: AsyncIterable<Uint8Array> | Uint8Array[]) {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of chunks) {
    text += decoder.decode(bytes, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) yield Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s)));
  }
}
