import { createServer } from 'node:http';

/** How long a client may take to ask, and how long nothing may move; the check of the former runs every second. */
const limits = { headersMs: 10_000, requestMs: 30_000, idleMs: 60_000, checkMs: 1000 };

/**
 * Makes a server that no request ends. Listeners get a target that begins with `/`; a listener that
 * throws answers 500 without detail; a connection is closed when its client sends nothing, sends half a
 * request, or does not read what it gets.
 *
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} listener may return a promise
 * @param {Partial<typeof limits>} [within] other limits, for tests
 * @returns {import('node:http').Server} a server that does not listen yet
 */
export function createHttpServer(listener, within = {}) {
  const { headersMs, requestMs, idleMs, checkMs } = { ...limits, ...within };
  const server = createServer(
    { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: checkMs },
    (request, response) => {
      response.on('error', ignore);
      answer(request, response).catch(() => fail(response));
    },
  );
  server.timeout = idleMs;
  // Node hands the bare socket over, without a listener of its own for errors.
  server.on('connect', (_, socket) => {
    socket.on('error', ignore);
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return server;

  async function answer(request, response) {
    const target = readTarget(request.url);
    if (request.method === 'OPTIONS' && request.url === '*') return response.writeHead(204).end();
    if (request.method === 'TRACE')
      return plain(response, 405, 'TRACE is not answered here.', { Allow: 'GET, HEAD, POST, OPTIONS' });
    if (target === undefined) return plain(response, 400, 'This address cannot be read.');
    request.url = target.path;
    // RFC 9112, 3.2.2: the target says which host is meant, whatever the header says.
    if (target.host !== undefined) request.headers.host = target.host;
    return listener(request, response);
  }
}

/** Of a request's target in origin form, or in absolute form, which names the host too (RFC 9112, 3.2). */
function readTarget(target) {
  if (target.startsWith('/')) return { path: target };
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return undefined;
  const { host, pathname, search } = new URL(target);
  return { host, path: pathname + search };
}

function fail(response) {
  if (response.headersSent) response.destroy();
  else plain(response, 500, 'This request could not be answered.');
}

function plain(response, status, text, headers = {}) {
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff', ...headers })
    .end(`${text}\n`);
}

function ignore() {}
