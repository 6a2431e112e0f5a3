import { createServer } from 'node:http';
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { serveComposed } from '../../../scripts/serve/desktop-servers.js';
import { createStaticFiles } from '../../../scripts/serve/static-files.js';
import { fileKindOf } from './module-server';
import type { Fault } from './module-server';
import { secondBuildOf } from './second-build';

/** A deployed desktop, and a developer who serves another build of the SMS window. */
export interface Developer {
  /** Of the desktop. */
  origin: string;
  /** Where the other build comes from. */
  own: string;
  /** The other build's. */
  version: string;
  /** What was asked of the developer's server. */
  asked: string[];
  /** From now on, until it is mended. */
  breaks(fault: Fault): void;
  /** Writes the override where the page will look for it. */
  keep(page: Page): Promise<void>;
}

export const test = base.extend<{ allowed: 'here' | 'elsewhere' | 'nowhere'; developer: Developer }>({
  allowed: ['here', { option: true }],

  async developer({ allowed }, use) {
    const { version, deploy } = secondBuildOf('sms-window');
    const files = createStaticFiles({ mounts: { '/': 'dist/modules/sms-window' }, anyOrigin: true });
    const asked: string[] = [];
    let answers = deploy('kept');
    const server = createServer((request, response) => {
      const url = request.url ?? '';
      asked.push(url);
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (!answers(fileKindOf(url), response, () => files(request, response), url)) files(request, response);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    const own = `http://localhost:${address.port}`;

    const desktop = await serveComposed({
      overrides: { here: [own], elsewhere: ['http://localhost:1'], nowhere: [] }[allowed],
    });
    await use({
      origin: desktop.origin,
      own,
      version,
      asked,
      breaks: (fault) => void (answers = fault),
      keep: (page) =>
        page.evaluate(
          (url) => localStorage.setItem('baton.overrides', JSON.stringify({ 'sms-window': url })),
          `${own}/baton-module.json`,
        ),
    });
    await desktop.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

export { expect };
