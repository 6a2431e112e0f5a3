import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { createContactCentreListener } from '../../mocks/server';
import { allowOrigins } from '../../scripts/serve/cross-origin.js';
import { createDesktopFiles } from '../../scripts/serve/desktop-files.js';
import { createHttpServer } from '../../scripts/serve/http-server.js';
import { ownHostsOnly } from '../../scripts/serve/own-hosts.js';
import { withContactCentre } from '../../scripts/serve/with-contact-centre.js';
import { desktop as foreignDesktop } from '../embedding/iframe/serve.js';
import { hostileRequests, lines, portOf, send, talk } from './raw-requests';

let dist: string;
const centre = createContactCentreListener({});
const servers: Record<string, Server> = {};

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'baton-dist-'));
  const page = '<!doctype html><title>Baton</title><script type="application/json" id="baton-modules">{}</script>';
  for (const folder of ['live', 'mocked', 'frame', 'frame-mocked']) write(`${folder}/index.html`, page);
  for (const name of ['team-communicator', 'sms-window', 'notifications'])
    write(`modules/${name}/baton-module.json`, '{}');

  const hosts = ['http://desk.example'];
  servers['npm start'] = await listen(createDesktopFiles({ flavour: 'mocked', dist }));
  servers['npm run serve'] = await listen(
    ownHostsOnly(
      withContactCentre(
        allowOrigins(centre.listener, hosts),
        createDesktopFiles({ flavour: 'live', hosts, overrides: ['http://localhost:1'], dist }),
      ),
      { host: '127.0.0.1', hosts },
    ),
  );
});

afterAll(() => {
  centre.close();
  for (const server of Object.values(servers)) server.close().closeAllConnections();
  rmSync(dist, { recursive: true });
});

function write(file: string, text: string) {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
}

async function listen(listener: RequestListener, limits = {}): Promise<Server> {
  const server = createHttpServer(listener, limits);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const portNamed = (name: string) => portOf(servers[name]);

describe.each(['npm start', 'npm run serve'])('%s', (name) => {
  afterEach(async () => {
    // It is alive and answers rightly.
    expect(await send(portNamed(name), lines('GET / HTTP/1.1'))).toMatch(/^HTTP\/1\.1 200 [^]*<title>Baton/);
  });

  test.each(hostileRequests)('$request is answered $status', async ({ request, status }) => {
    expect(await send(portNamed(name), request)).toMatch(new RegExp(`^HTTP/1\\.1 (${status}) `));
  });

  test('half a request, nothing, and clients that go away', async () => {
    const port = portNamed(name);
    const idle = await Promise.all(Array.from({ length: 300 }, () => talk(port)));
    for (const half of ['G', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-', lines('GET / HTTP/1.1').slice(0, -2)]) {
      const socket = await talk(port, half);
      socket.destroy();
      const reset = await talk(port, half);
      reset.resetAndDestroy();
    }
    const body = await talk(port, lines('POST /v1/session HTTP/1.1', 'Content-Length: 100') + '{"agentId"');
    body.resetAndDestroy();
    for (const socket of idle) socket.destroy();
  });

  test('many requests in one go are answered in their order', async () => {
    const answer = await send(
      portNamed(name),
      `${'GET // HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(50)}${lines('GET / HTTP/1.1')}`,
    );
    expect(answer.match(/HTTP\/1\.1 404 /g)).toHaveLength(50);
    expect(answer).toMatch(/HTTP\/1\.1 200 [^]*<title>Baton/);
  });

  test('whatever the first line is', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '//',
        '/\\',
        '\\',
        '..',
        '.',
        '%',
        '%2f',
        '%5c',
        '%00',
        '%E0%A4%A',
        '\0',
        '?',
        '#',
        '@',
        ':',
      ),
      fc.constantFrom('v1', 'frame', 'embed', 'modules', 'session', 'events', 'index.html', 'http:', 'other', '[', '*'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    const target = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const method = fc.constantFrom(
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'DELETE',
      'OPTIONS',
      'TRACE',
      'CONNECT',
      'PATCH',
      'GE',
    );
    await fc.assert(
      fc.asyncProperty(
        method,
        target,
        fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/9'),
        async (verb, path, version) => {
          expect(await send(portNamed(name), lines(`${verb} ${path} ${version}`))).toMatch(/^(?:HTTP\/1\.1 [2345]|$)/);
        },
      ),
      { numRuns: 1000 },
    );
  }, 60_000);
});

test('the desktop of another team goes on too', async () => {
  await new Promise<void>((resolve) => void foreignDesktop.listen(0, '127.0.0.1', resolve));
  expect(await send(portOf(foreignDesktop), lines('GET // HTTP/1.1'))).toMatch(/^HTTP\/1\.1 404 /);
  foreignDesktop.close();
});

test('an address in absolute form means its path, and its host', async () => {
  expect(await send(portNamed('npm run serve'), lines('GET http://localhost/v1/session/agents HTTP/1.1'))).toMatch(
    /^HTTP\/1\.1 200 [^]*"agents"/,
  );
  expect(await send(portNamed('npm run serve'), lines('GET http://other/v1/session/agents HTTP/1.1'))).toMatch(
    /^HTTP\/1\.1 421 /,
  );
});

test('a method that is not answered says which are', async () => {
  expect(await send(portNamed('npm run serve'), lines('TRACE /v1/snapshot HTTP/1.1'))).toMatch(/\r\nAllow: GET, /);
});

test('what the contact centre answers is not sniffed', async () => {
  for (const path of ['/v1/session/agents', '/v1/nothing', '/v1/snapshot', '/v1/', '/v1/../x'])
    expect(await send(portNamed('npm run serve'), lines(`GET ${path} HTTP/1.1`))).toMatch(
      /x-content-type-options: nosniff/i,
    );
});

test('a client that goes away in the middle of an event stream', async () => {
  const port = portNamed('npm run serve');
  const post = (path: string, body: object, token = '') => {
    const text = JSON.stringify(body);
    return send(
      port,
      lines(
        `POST ${path} HTTP/1.1`,
        'Content-Type: application/json',
        `Content-Length: ${text.length}`,
        `Authorization: Bearer ${token}`,
      ) + text,
    );
  };
  const token = /"token":"([^"]+)"/.exec(await post('/v1/session', { agentId: 'ana' }))?.[1] ?? '';
  await post('/v1/commands', { commandId: 'sign-in-1', type: 'signIn', ready: true }, token);
  const ask = lines('GET /v1/events HTTP/1.1', 'Accept: text/event-stream', `Authorization: Bearer ${token}`);
  const stream = await talk(port, ask);
  const [start] = await new Promise<Buffer[]>((resolve) => stream.once('data', (data) => resolve([data])));
  expect(String(start)).toContain('200 OK');
  stream.resetAndDestroy();
  expect(await post('/v1/commands', { commandId: 'sign-out-1', type: 'signOut' }, token)).toMatch(/^HTTP\/1\.1 202 /);
});

test.each<[string, RequestListener]>([
  [
    'throws',
    () => {
      throw new Error('secret');
    },
  ],
  ['rejects', () => Promise.reject(new Error('secret'))],
])('a listener that %s answers 500 without detail', async (_, listener) => {
  const server = await listen(listener);
  const answer = await send(portOf(server), lines('GET / HTTP/1.1'));
  expect(answer).toMatch(/^HTTP\/1\.1 500 /);
  expect(answer).not.toContain('secret');
  server.close();
});

test('a listener that throws when it has begun to answer breaks its answer off', async () => {
  const server = await listen((_, response) => {
    response.writeHead(200, { 'Content-Length': 100 }).write('begun');
    throw new Error('secret');
  });
  await send(portOf(server), lines('GET / HTTP/1.1'));
  expect(server.listening).toBe(true);
  server.close();
});

test('a client that reads nothing of what it is sent is sent away', async () => {
  let sentAway: () => void;
  const gone = new Promise<void>((resolve) => (sentAway = resolve));
  const server = await listen(
    (_, response) => void response.once('close', () => sentAway()).end(Buffer.alloc(50_000_000)),
    { idleMs: 50 },
  );
  const socket = await talk(portOf(server), lines('GET / HTTP/1.1'));
  await gone;
  socket.destroy();
  server.close();
});

test.each([['nothing'], ['GET / HTTP/1.1\r\nHost: localhost\r\n']])(
  'a client that sends %p and waits is sent away',
  async (text) => {
    const server = await listen((_, response) => void response.end(), { headersMs: 50, requestMs: 50, checkMs: 10 });
    const socket = await talk(portOf(server), text === 'nothing' ? '' : text);
    await new Promise((resolve) => socket.on('error', resolve).once('close', resolve).resume());
    server.close();
  },
);
