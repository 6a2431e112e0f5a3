/** What Baton's routing client asks with. */
const HEADERS = 'authorization, content-type, last-event-id, traceparent';

/**
 * Lets pages of the given origins use a listener: answers the browser's preflight requests, and
 * names the origin in every answer. Pages of other origins get what they would get without it.
 *
 * @param {import('node:http').RequestListener} listener
 * @param {string[]} origins
 * @returns {import('node:http').RequestListener}
 */
export function allowOrigins(listener, origins) {
  return (request, response) => {
    const { origin } = request.headers;
    response.setHeader('Vary', 'Origin');
    if (origin !== undefined && origins.includes(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Headers', HEADERS);
      response.setHeader('Access-Control-Max-Age', '600');
    }
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else listener(request, response);
  };
}

/**
 * Reads a list of origins as people type it.
 *
 * @param {string} list origins with commas between them
 * @returns {string[]}
 * @throws an Error that names the one which is none
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
