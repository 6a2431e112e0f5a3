import { listen, originOf } from '../../scripts/serve/listen.js';

test.each(['no-such-host.invalid', '192.0.2.1'])('%s is refused with a cure', async (host) => {
  await expect(listen(() => undefined, { port: 0, host, command: 'npm run serve' })).rejects.toThrow(
    `HOST=${host} is no address of this machine: unset it, or give 127.0.0.1, or 0.0.0.0 for every network.`,
  );
});

test.each([
  ['127.0.0.1', 'http://localhost:4401'],
  ['0.0.0.0', 'http://localhost:4401'],
  ['::', 'http://localhost:4401'],
  ['::1', 'http://[::1]:4401'],
  ['10.0.0.7', 'http://10.0.0.7:4401'],
])('what listens on %s is opened at %s', (host, origin) => {
  expect(originOf(host, 4401)).toBe(origin);
});
