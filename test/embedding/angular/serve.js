import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };

/**
 * Serves what `npm run build` made. What may run and style is named by a nonce, a new one for each visit; the modules'
 * origin is not on the list of scripts at all.
 *
 * @param {string} baton origin of modules and contact centre
 */
export function createDesktop(baton) {
  return createServer((request, response) => {
    const [pathname] = (request.url ?? '/').split('?', 1);
    (pathname === '/' ? page(baton) : file(pathname)).then(
      ({ body, ...headers }) => response.writeHead(200, headers).end(body),
      () => response.writeHead(404).end(),
    );
  });
}

async function page(baton) {
  const nonce = randomBytes(16).toString('base64');
  const html = await readFile(join(import.meta.dirname, 'dist/index.html'), 'utf8');
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy(nonce, baton),
    body: html.replaceAll('NONCE', nonce),
  };
}

async function file(pathname) {
  const type = types[extname(pathname)];
  if (type === undefined || !/^\/[\w.-]+$/.test(pathname)) throw new Error(`No such file: ${pathname}`);
  return { 'Content-Type': type, body: await readFile(join(import.meta.dirname, 'dist', pathname)) };
}

function policy(nonce, baton) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    `connect-src 'self' ${baton}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types angular default',
  ].join('; ');
}

if (process.argv[1] === import.meta.filename) {
  createDesktop('http://localhost:4401').listen(3000, '127.0.0.1', () => console.log('Open http://localhost:3000'));
}
