import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { allowOrigins, readOrigins } from '../../scripts/serve/cross-origin.js';

let server: Server;
let base: string;

beforeAll(async () => {
  const listener = allowOrigins(
    (_, response) => void response.writeHead(200, { 'Content-Type': 'text/plain' }).end('here'),
    ['http://host.example'],
  );
  const http = createServer(listener);
  server = http;
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
});

afterAll(() => void server.close());

test('a page of a named origin is let in, its preflight answered', async () => {
  const headers = { origin: 'http://host.example' };
  const preflight = await fetch(base, { method: 'OPTIONS', headers });
  expect(preflight.status).toBe(204);
  const allowed = preflight.headers.get('access-control-allow-headers');
  for (const name of ['authorization', 'baton-contract', 'last-event-id']) expect(allowed).toContain(name);
  const answer = await fetch(base, { headers });
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://host.example');
  expect(answer.headers.get('vary')).toBe('Origin');
  expect(answer.headers.get('access-control-expose-headers')).toBe('retry-after');
  expect(await answer.text()).toBe('here');
});

test('a page of another origin is not named', async () => {
  const answer = await fetch(base, { headers: { origin: 'http://other.example' } });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('pages of named origins and our own may write, others not', async () => {
  const post = async (origin?: string) =>
    (await fetch(base, { method: 'POST', ...(origin !== undefined && { headers: { origin } }) })).status;
  const { port } = new URL(base);
  for (const origin of ['http://host.example', base, base.replace('http', 'https'), undefined])
    expect([origin, await post(origin)]).toEqual([origin, 200]);
  for (const origin of [
    'http://other.example',
    'http://127.0.0.1:1',
    `http://localhost:${port}`,
    'https://host.example',
    'http://host.example:81',
    'null',
    'nonsense',
  ])
    expect([origin, await post(origin)]).toEqual([origin, 403]);
});

test('origins are read as typed; what is none is named', () => {
  expect(readOrigins('http://localhost:3000, https://desk.example')).toEqual([
    'http://localhost:3000',
    'https://desk.example',
  ]);
  expect(readOrigins('')).toEqual([]);
  expect(() => readOrigins('http://localhost:3000/desk')).toThrow(
    '"http://localhost:3000/desk" is no origin. Give scheme, host and port',
  );
  expect(() => readOrigins('desk.example')).toThrow('is no origin');
});
