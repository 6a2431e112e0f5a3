/** What Baton's routing client asks with. */
const HEADERS = 'authorization, baton-contract, content-type, last-event-id, traceparent';
/** What it reads of an answer besides what every page may. */
const EXPOSED = 'retry-after';

/**
 * Lets pages of the given origins use a listener, besides its own: answers the browser's preflight
 * requests, and names the origin in every answer. Pages of other origins can write nothing; what they
 * ask for is answered, and the browser keeps it from them.
 *
 * @param {import('node:http').RequestListener} listener
 * @param {string[]} origins
 * @returns {import('node:http').RequestListener}
 */
export function allowOrigins(listener, origins) {
  return (request, response) => {
    const { method } = request;
    const { origin, host } = request.headers;
    response.setHeader('Vary', 'Origin');
    if (origin !== undefined && origins.includes(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Headers', HEADERS);
      response.setHeader('Access-Control-Expose-Headers', EXPOSED);
      response.setHeader('Access-Control-Max-Age', '600');
    } else if (origin !== undefined && !isOf(host, origin) && !['GET', 'HEAD', 'OPTIONS'].includes(method)) {
      response
        .writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' })
        .end('Pages of this origin may not write here. Name it in --hosts to let them.\n');
      return;
    }
    if (method === 'OPTIONS') response.writeHead(204).end();
    else listener(request, response);
  };
}

/** Whether a page's origin is the very host that it asks. Whether over TLS is known only to the proxy in front. */
function isOf(host = '', origin) {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

/**
 * Reads a list of origins as people type it.
 *
 * @param {string} list origins with commas between them
 * @returns {string[]}
 * @throws an Error that names the entry that is not an origin
 */
export function readOrigins(list) {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const origin = URL.canParse(entry) ? new URL(entry).origin : 'null';
      if (origin !== entry)
        throw new Error(
          `"${entry}" is no origin. Give scheme, host and port without a path, for example http://localhost:3000.`,
        );
      return origin;
    });
}
