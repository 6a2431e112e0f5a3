import { hostname } from 'node:os';
import type { Server } from 'node:http';
import { createHttpServer } from '../../scripts/serve/http-server.js';
import { ownHostsOnly } from '../../scripts/serve/own-hosts.js';
import { portOf, send } from './raw-requests';

const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) server.close();
});

async function serve(host: string, hosts: string[] = []) {
  const server = createHttpServer(ownHostsOnly((_, response) => void response.end('here'), { host, hosts }));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return async (...headers: string[]) => {
    const asked = ['GET / HTTP/1.1', ...headers, 'Connection: close', '', ''].join('\r\n');
    return Number((await send(portOf(server), asked)).split(' ')[1]);
  };
}

test('answers under loopback names, the name that it listens on and those of its hosts', async () => {
  const ask = await serve('desk.internal', ['https://desk.example', 'http://other.example:3000']);
  for (const name of [
    'localhost',
    'LOCALHOST:4401',
    'ana.localhost:4401',
    '127.0.0.1:4401',
    '127.0.0.2',
    '[::1]:4401',
    'desk.internal:4401',
    'Desk.Example',
    'other.example',
  ])
    expect([name, await ask(`Host: ${name}`)]).toEqual([name, 200]);
});

test('answers under no other name', async () => {
  const ask = await serve('127.0.0.1', ['https://desk.example']);
  for (const name of [
    'evil.example',
    'evil.example:4401',
    'localhost.evil.example',
    'notlocalhost',
    'desk.example.evil.example',
    'desk.example@evil.example',
    '192.168.1.5',
    '0.0.0.0:4401',
    '[fe80::1]',
    '128.0.0.1',
    '127.0.0.1.evil.example',
    'a b',
    '[',
    '',
  ])
    expect([name, [400, 421].includes(await ask(`Host: ${name}`))]).toEqual([name, true]);
});

test('where it listens everywhere, it answers under addresses and the name of the machine', async () => {
  const ask = await serve('0.0.0.0');
  for (const name of ['192.168.1.5:4401', '[fe80::1]', hostname()]) expect(await ask(`Host: ${name}`)).toBe(200);
  expect(await ask('Host: evil.example')).toBe(421);
});

test('what names no host is no browser', async () => {
  const server = await serve('127.0.0.1');
  expect(await server()).toBe(400);
  const [first] = servers;
  expect(await send(portOf(first), 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
});
