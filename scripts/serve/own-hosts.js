import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * Lets a server answer under its own names only. A page whose own name has been pointed at this
 * machine (DNS rebinding) would otherwise be of the same origin as the server.
 *
 * @param {import('node:http').RequestListener} listener
 * @param {{host: string, hosts?: string[]}} options
 *   host: what the server listens on; hosts: origins whose names are its own too
 * @returns {import('node:http').RequestListener}
 */
export function ownHostsOnly(listener, { host, hosts = [] }) {
  const everywhere = ['0.0.0.0', '::'].includes(host);
  const named = hosts.map((origin) => new URL(origin).hostname);
  const machine = hostname().toLowerCase();
  const own = new Set([
    'localhost',
    host.toLowerCase(),
    ...named,
    ...(everywhere ? [machine, `${machine}.local`] : []),
  ]);

  const isOwn = (name) =>
    own.has(name) ||
    name.endsWith('.localhost') ||
    (isIP(name) === 4 && name.startsWith('127.')) ||
    name === '::1' ||
    // An address cannot be pointed elsewhere.
    (everywhere && isIP(name) !== 0);

  return (request, response) => {
    const name = nameOf(request.headers.host);
    // No browser sends a request without: health checks do.
    if (name === undefined || isOwn(name)) return listener(request, response);
    response
      .writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' })
      .end(`This server does not answer under the name "${name}". Start it with --hosts http://${name} to let it.\n`);
  };
}

/** The name in a Host header, without port and brackets; empty when it cannot be read. */
function nameOf(header) {
  if (header === undefined) return undefined;
  const url = `http://${header}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : '';
}
