import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createStaticFiles, securityHeaders } from '../../scripts/serve/static-files.js';

const script = 'export const text = "hello";\n'.repeat(50);
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-static-'));
  mkdirSync(join(folder, 'live/assets'), { recursive: true });
  mkdirSync(join(folder, 'modules/sms-window'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'live/index.html'), '<!doctype html><title>Baton</title>');
  writeFileSync(join(folder, 'live/assets/main.0a1b2c3d.js'), script);
  writeFileSync(join(folder, 'modules/sms-window/mf-manifest.json'), '{}');
  server = createServer(
    createStaticFiles({ mounts: { '/': join(folder, 'live'), '/modules/': join(folder, 'modules') } }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends the path as it is: `fetch` would tidy it first. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('a page is also found with a slash at its end', async () => {
  const { status, headers } = await get('/two-desktops/?at=declined');
  expect([status, headers['location']]).toEqual([308, '/two-desktops?at=declined']);
});

test.each(['/', '/two-desktops', '/?agent=ana'])('%s is the page', async (path) => {
  const { status, headers, body } = await get(path);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  expect(body.toString()).toContain('Baton');
});

test('nothing runs, frames or connects but the own origin, and no script address is set from any string', async () => {
  const { headers } = await get('/');
  const policy = headers['content-security-policy'];
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe');
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
});

test('who may hold a page in an iframe is said by its header', () => {
  const ancestors = (parents?: string[]) =>
    /frame-ancestors ([^;]*)/.exec(securityHeaders([], parents)['Content-Security-Policy'] ?? '')?.[1];
  expect(ancestors()).toBe("'self'");
  expect(ancestors([])).toBe("'none'");
  expect(ancestors(['https://desk.example', 'http://localhost:4500'])).toBe(
    'https://desk.example http://localhost:4500',
  );
});

test('a name with a hash may be kept for ever, a manifest is asked for again', async () => {
  const main = await get('/assets/main.0a1b2c3d.js');
  expect(main.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const manifest = await get('/modules/sms-window/mf-manifest.json');
  expect(manifest.headers['cache-control']).toBe('no-cache');
  const again = await get('/modules/sms-window/mf-manifest.json', { 'if-none-match': manifest.headers.etag ?? '' });
  expect(again.status).toBe(304);
});

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('text is compressed with %s', async (encoding, decompress) => {
  const { headers, body } = await get('/assets/main.0a1b2c3d.js', { 'accept-encoding': encoding });
  expect(headers).toMatchObject({
    'content-encoding': encoding,
    vary: 'Accept-Encoding',
    'content-length': String(body.length),
  });
  expect(decompress(body).toString()).toBe(script);
});

test.each([
  ['br;q=0, identity', undefined],
  ['gzip;q=0', undefined],
  ['gzip;q=0.000, br;Q=0', undefined],
  ['x-br-x, gzipped', undefined],
  ['identity', undefined],
  ['', undefined],
  ['br;q=nonsense', undefined],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0.5, gzip', 'gzip'],
  ['GZIP ; q=1', 'gzip'],
  ['*', 'br'],
  ['br;q=0, *;q=0.1', 'gzip'],
])('who accepts "%s" gets %s', async (accepted, encoding) => {
  const { headers, body } = await get('/assets/main.0a1b2c3d.js', { 'accept-encoding': accepted });
  expect(headers['content-encoding']).toBe(encoding);
  if (encoding === undefined) expect(body.toString()).toBe(script);
});

test('what is known is not sent again, also through a proxy that makes its tag weak', async () => {
  const { etag = '' } = (await get('/')).headers;
  for (const known of [etag, `W/${etag}`, `"other", W/${etag}`, '*'])
    expect((await get('/', { 'if-none-match': known })).status).toBe(304);
  for (const known of ['', '"other"', `W/"other"`, etag.slice(1, -1)])
    expect((await get('/', { 'if-none-match': known })).status).toBe(200);
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/modules/..%2f..%2fsecret.txt',
  '/modules/%2e%2e%2f%2e%2e/secret.txt',
  '/assets\\..\\..\\secret.txt',
  '/assets/main.0a1b2c3d.js%00.html',
  '/%',
  '/assets',
  '/missing.js',
])('%s is not found', async (path) => {
  const { status, body } = await get(path);
  expect(status).toBe(404);
  expect(body.toString()).not.toContain('secret');
});

test('only reading is possible', async () => {
  expect((await get('/', {}, 'POST')).status).toBe(405);
  const head = await get('/', {}, 'HEAD');
  expect(head.status).toBe(200);
  expect(head.body).toHaveLength(0);
});
