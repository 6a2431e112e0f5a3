import { getResponse } from '../msw';
import type { HttpHandler } from '../msw';

/**
 * WebKit cannot hand a stream on to the service worker: msw would read it to its end there, which never comes. In
 * such a browser the page answers its own event streams; everything else goes through the network as elsewhere.
 */
export function answerStreamsHere(
  handlers: readonly HttpHandler[],
  otherwise: typeof fetch,
  handedOn = canHandStreamsOn(),
): typeof fetch {
  if (handedOn) return otherwise;
  return async (input, init) => {
    const request = new Request(input, init);
    if (!request.headers.get('accept')?.includes('text/event-stream')) return otherwise(request);
    const answer = await getResponse([...handlers], request, { quiet: true });
    if (answer === undefined) return otherwise(request);
    // Ends with its request, as a stream from the network does.
    return new Response(answer.body?.pipeThrough(new TransformStream(), { signal: request.signal }), answer);
  };
}

function canHandStreamsOn(): boolean {
  const stream = new ReadableStream();
  try {
    new MessageChannel().port1.postMessage(stream, [stream]);
    return true;
  } catch {
    return false;
  }
}
