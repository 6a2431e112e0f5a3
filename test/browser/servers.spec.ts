import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { hostileRequests, lines, send, talk } from '../scripts/raw-requests';
import { freePort, startProgram } from './support/programs';
import type { Program } from './support/programs';

for (const [command, script] of [
  ['npm start', 'scripts/start.js'],
  ['npm run serve', 'scripts/serve.js --log none'],
] as const) {
  test.describe(command, () => {
    let port: number;
    let program: Program | undefined;

    test.beforeEach(async () => {
      port = await freePort();
    });
    test.afterEach(() => program?.stop());

    function start() {
      program = startProgram(`node ${script}`, { env: { PORT: String(port) } });
      return program;
    }

    test('no request ends it', async () => {
      const { exitCode, output } = start();
      await expect.poll(output, { timeout: 30_000 }).toContain(`http://localhost:${port}/`);
      for (const { request, status } of hostileRequests) {
        expect(await send(port, request), request).toMatch(new RegExp(`^HTTP/1\\.1 (${status}) `));
        (await talk(port, request)).resetAndDestroy();
        (await talk(port, request.slice(0, -2))).resetAndDestroy();
      }
      expect(await send(port, lines('GET / HTTP/1.1'))).toMatch(/^HTTP\/1\.1 200 [^]*<title>Baton/);
      expect([exitCode(), output()]).toEqual([undefined, expect.not.stringContaining('rror')]);
    });

    for (const address of ['127.0.0.1', '::1']) {
      test(`it says that its port is taken at ${address}, and how to choose another`, async () => {
        const stranger = createServer();
        await new Promise<void>((resolve) => stranger.listen(port, address, resolve));
        const { exitCode, output } = start();
        await expect.poll(exitCode, { timeout: 30_000 }).toBe(1);
        stranger.close();
        expect(output()).toContain(
          `Port ${port} is taken. Stop the program that uses it, or choose another port: PORT=`,
        );
        expect(output()).toContain(command);
        expect(output()).not.toMatch(/^ +at /m);
      });
    }
  });
}
