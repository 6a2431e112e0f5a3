import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { maxBodyBytes } from '@baton/contracts/schemas';
import type { Random } from '@baton/contracts';
import { systemRandom } from '@baton/runtime';
import { problemResponse } from '../http/problem';
import { getResponse } from '../msw';
import type { HttpHandler } from '../msw';

/**
 * Serves MSW handlers over real HTTP, for `createServer` of `node:http`. A client that disconnects cancels its response
 * body.
 *
 * @param random makes the references of problems; by default the device's chance
 */
export function createNodeListener(handlers: HttpHandler[], random: Random = systemRandom): RequestListener {
  return (incoming, outgoing) => {
    respond(handlers, random, incoming, outgoing).catch(() => outgoing.destroy());
  };
}

async function respond(
  handlers: HttpHandler[],
  random: Random,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const response = await answer(handlers, random, incoming, gone.signal);
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'x-content-type-options': 'nosniff' });
  outgoing.flushHeaders();
  if (response.body) await send(response.body, outgoing, gone.signal);
  outgoing.end();
}

/** Also answers requests without a handler, unreadable requests, and failures of handlers. */
async function answer(
  handlers: HttpHandler[],
  random: Random,
  incoming: IncomingMessage,
  signal: AbortSignal,
): Promise<Response> {
  const request = await toRequest(incoming, signal).catch(() => undefined);
  if (!request) return problemResponse({ code: 'validation', detail: 'The request cannot be read.' }, random);
  try {
    // Without `quiet` msw prints the Authorization header and every body.
    const response = await getResponse(handlers, request, { quiet: true });
    return response ?? problemResponse({ code: 'not_found', detail: 'There is nothing at this address.' }, random);
  } catch {
    return problemResponse({ code: 'internal', detail: 'The contact centre failed.' }, random);
  }
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { url: target = '/' } = incoming;
  if (!target.startsWith('/')) throw new Error('No path');
  const url = new URL(`http://${incoming.headers.host ?? 'localhost'}${target}`);
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  );
  const method = incoming.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : await readStart(incoming);
  return new Request(url, { method, headers, body, signal });
}

/** Reads a body; of one that is too large only the first chunks beyond the limit. */
async function readStart(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    if (!(chunk instanceof Uint8Array)) continue;
    if (size <= maxBodyBytes) chunks.push(chunk);
    size += chunk.byteLength;
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

async function send(body: ReadableStream<Uint8Array>, outgoing: ServerResponse, gone: AbortSignal): Promise<void> {
  const reader = body.getReader();
  const cancel = () => void reader.cancel();
  if (gone.aborted) return cancel();
  gone.addEventListener('abort', cancel, { once: true });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    // If the client disconnects while the buffer is full, the reader is cancelled and the loop ends.
    if (!outgoing.write(value)) await once(outgoing, 'drain', { signal: gone }).catch(() => undefined);
  }
}
