import { getResponse } from '../msw';
import type { HttpHandler } from '../msw';

/**
 * WebKit cannot transfer a stream to the service worker: msw would read it to its end there, which never comes. In such
 * a browser the page answers its own event streams; other requests go through the network as in every browser.
 */
export function streamInPage(
  handlers: readonly HttpHandler[],
  otherwise: typeof fetch,
  canTransferStreams = streamsAreTransferable(),
): typeof fetch {
  if (canTransferStreams) return otherwise;
  return async (input, init) => {
    const request = new Request(input, init);
    if (!request.headers.get('accept')?.includes('text/event-stream')) return otherwise(request);
    const answer = await getResponse([...handlers], request, { quiet: true });
    if (answer === undefined) return otherwise(request);
    // Aborting the request ends the stream, as with one from the network.
    return new Response(answer.body?.pipeThrough(new TransformStream(), { signal: request.signal }), answer);
  };
}

function streamsAreTransferable(): boolean {
  const stream = new ReadableStream();
  try {
    new MessageChannel().port1.postMessage(stream, [stream]);
    return true;
  } catch {
    return false;
  }
}
