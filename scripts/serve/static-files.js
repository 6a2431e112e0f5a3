import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.zip': 'application/zip',
};
const COMPRESSIBLE = /^(?:text\/|application\/json|image\/svg)/;
const HASHED = /\.[0-9a-f]{8}\.\w+$/;

/**
 * What every answer carries. The policy lets nothing run, style, frame or connect but the
 * desktop's own origin and those of its modules, and no script address be set from a string
 * unless the page's `default` Trusted Types policy knows it.
 *
 * @param {string[]} moduleOrigins origins that modules are served from, besides the page's own
 * @param {string[]} parents origins of pages that may hold these in an iframe; default: the own one
 * @param {string[]} backends origins of the routing backend, when that is not the page's own
 * @param {string[]} overrides origins that developers may put their own build of a module from; its hot reload connects to them
 * @param {string[]} inlineScripts hashes of the scripts that stand in the page itself, such as an import map: `sha256-…`
 * @returns {Record<string, string>} header → value
 */
export function securityHeaders(
  moduleOrigins = [],
  parents = ["'self'"],
  backends = [],
  overrides = [],
  inlineScripts = [],
) {
  const modules = ["'self'", ...moduleOrigins, ...overrides].join(' ');
  const hotReload = overrides.map((origin) => origin.replace(/^http/, 'ws'));
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src ${[modules, ...inlineScripts.map((hash) => `'${hash}'`)].join(' ')}`,
      "style-src 'self'",
      "font-src 'self'",
      // Pictures of customers: from the backend, or from an adapter that has fetched them.
      `img-src ${["'self'", 'data:', 'blob:', ...backends].join(' ')}`,
      `connect-src ${[modules, ...backends, ...hotReload].join(' ')}`,
      "worker-src 'self'",
      "frame-src 'self'",
      `frame-ancestors ${parents.join(' ') || "'none'"}`,
      "base-uri 'none'",
      "form-action 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Service-Worker-Allowed': '/',
  };
}

/**
 * Serves built files the way a production server would: compressed, immutable where the name
 * carries a hash, revalidated otherwise, with the security headers above.
 *
 * @param {{mounts: Record<string, string>, pages?: string[], moduleOrigins?: string[], overrides?: string[], parents?: string[], inlineScripts?: string[], anyOrigin?: boolean, policy?: boolean}} options
 *   mounts: URL prefix → folder, the longest prefix wins, e.g. `{'/': 'dist/live'}`;
 *   pages: paths that are answered with `index.html` of the folder at `/`;
 *   moduleOrigins: where modules of these pages come from besides their own origin;
 *   overrides: where developers may put their own build of a module from;
 *   inlineScripts: hashes of scripts that stand in the pages themselves;
 *   parents: origins of pages that may hold these in an iframe, instead of the own one;
 *   policy: whether the pages have a Content-Security-Policy, as ours have; default: yes;
 *   anyOrigin: whether pages of other origins may read the files, as those of a module's server must
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 */
export function createStaticFiles({
  mounts,
  pages = ['/', '/two-desktops'],
  moduleOrigins = [],
  overrides,
  parents,
  inlineScripts,
  anyOrigin = false,
  policy = true,
}) {
  const headers = {
    ...(policy ? securityHeaders(moduleOrigins, parents, [], overrides, inlineScripts) : {}),
    ...(anyOrigin ? { 'Access-Control-Allow-Origin': '*' } : {}),
  };
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const compressed = new Map();

  return (request, response) => {
    // A build may take a file away while it is read.
    answer(request, response).catch(() =>
      response.headersSent ? response.destroy() : plain(response, 500, 'This file cannot be read now.'),
    );
  };

  async function answer(request, response) {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(response, 405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
    }
    const file = await findFile(request.url);
    if (file === undefined) {
      const [path = '', query] = (request.url ?? '').split('?');
      const page = path.replace(/\/$/, '');
      if (page.length < 2 || !pages.includes(page)) return plain(response, 404, 'Not found.');
      response.setHeader('Location', query === undefined ? page : `${page}?${query}`);
      return plain(response, 308, 'This page is there without the slash at its end.');
    }

    const type = TYPES[extname(file.path)] ?? 'application/octet-stream';
    const etag = `"${createHash('sha256').update(`${file.path} ${file.size} ${file.mtimeMs}`).digest('base64url').slice(0, 16)}"`;
    response.setHeader('Content-Type', type);
    response.setHeader('ETag', etag);
    response.setHeader('Cache-Control', HASHED.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.setHeader('Vary', 'Accept-Encoding');
    if (isKnown(request.headers['if-none-match'], etag)) return void response.writeHead(304).end();

    const encoding = COMPRESSIBLE.test(type) ? chooseEncoding(request.headers['accept-encoding']) : undefined;
    const body = await read(file, etag, encoding);
    if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Length', body.length);
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
  }

  async function findFile(url) {
    const path = pathOf(url);
    if (path === undefined) return undefined;
    const prefix = prefixes.find((candidate) => path.startsWith(candidate));
    if (prefix === undefined) return undefined;
    const folder = normalize(mounts[prefix] + sep);
    const inside = normalize(join(folder, pages.includes(path) ? 'index.html' : path.slice(prefix.length)));
    if (!inside.startsWith(folder)) return undefined;
    const { size, mtimeMs } = await stat(inside).then(
      (found) => (found.isFile() ? found : {}),
      () => ({}),
    );
    return size === undefined ? undefined : { path: inside, size, mtimeMs };
  }

  /** Compresses each file once; its entry is replaced when the file has changed. */
  async function read(file, etag, encoding) {
    if (encoding === undefined) return readFile(file.path);
    const key = `${encoding} ${file.path}`;
    const known = compressed.get(key);
    if (known?.etag === etag) return known.body;
    const body = compress(await readFile(file.path), encoding);
    compressed.set(key, { etag, body });
    return body;
  }
}

/** @returns {string | undefined} the decoded path, or undefined when it is malformed or hides something */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.split('?', 1)[0]);
    return /[\0\\]|\/\/|(?:^|\/)\.\.(?:\/|$)/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Compares weakly: proxies that compress make the tag of what they pass on a weak one. */
function isKnown(tags = '', etag) {
  return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}

/** The better of ours among what is accepted: named or by `*`, and not with the weight 0. */
function chooseEncoding(accepted = '') {
  const weights = new Map(
    accepted.split(',').map((member) => {
      const [name, ...parameters] = member.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight)];
    }),
  );
  const weightOf = (encoding) => weights.get(encoding) ?? weights.get('*') ?? 0;
  const [best] = ['br', 'gzip'].sort((a, b) => weightOf(b) - weightOf(a));
  return weightOf(best) > 0 ? best : undefined;
}

function compress(body, encoding) {
  return encoding === 'br'
    ? promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : promisify(gzip)(body, { level: 9 });
}

function plain(response, status, text, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`);
}
