import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect } from '@playwright/test';
import type { BrowserContext, FrameLocator, Page } from '@playwright/test';
import { allowOrigins } from '../../../scripts/serve/cross-origin.js';
import { createDesktopFiles } from '../../../scripts/serve/desktop-files.js';
import { desktop as foreignDesktop } from '../../embedding/iframe/serve.js';
import { Desktop } from './desktop';
import { watch } from './world';

/**
 * A foreign desktop at 127.0.0.1, with Baton's page from localhost in
 * an iframe: two origins, and two sites. The contact centre is behind real HTTP.
 */
export interface IframeWorld {
  /** Origin of Baton: page, modules, contact centre, the composed shell. */
  baton: string;
  /** Origin of the foreign desktop. */
  desk: string;
  profile: BrowserContext;
  /** Opens the foreign desktop. */
  openDesk(query?: string): Promise<Desk>;
  /** Opens the composed shell for a colleague, in a profile of their own. */
  openShell(agent: string): Promise<Desktop>;
  control(name: string, body?: object): Promise<void>;
  /** Answers of the contact centre to requests; return true to leave one to it. */
  intercept(answer: (...exchange: Parameters<RequestListener>) => boolean): void;
}

/** The foreign desktop, with Baton inside. */
export interface Desk {
  page: Page;
  frame: FrameLocator;
}

export const test = base.extend<{ world: IframeWorld; expectedProblems: RegExp }>({
  expectedProblems: [/^$/, { option: true }],

  async world({ browser, contextOptions, expectedProblems }, use) {
    const problems: string[] = [];
    const profiles: BrowserContext[] = [];
    const open = async () => {
      const profile = await browser.newContext(contextOptions);
      profiles.push(profile);
      watch(profile, problems);
      return profile;
    };
    const desk = await listen((request, response) => foreignDesktop.emit('request', request, response), '127.0.0.1');
    const { createContactCentreListener } = await import('../../../dist/serve/index.js');
    const centre = createContactCentreListener({ control: true });
    const files = createDesktopFiles({ flavour: 'live', hosts: [desk.origin] });
    const api = allowOrigins(centre.listener, [desk.origin]);
    let toCentre: Parameters<IframeWorld['intercept']>[0] = () => true;
    const baton = await listen((request, response) => {
      if (!request.url?.startsWith('/v1/')) files(request, response);
      else if (toCentre(request, response)) api(request, response);
    }, 'localhost');
    const profile = await open();

    await use({
      baton: baton.origin,
      desk: desk.origin,
      profile,
      async openDesk(query = '') {
        const page = await profile.newPage();
        await page.goto(`${desk.origin}/?baton=${baton.origin}&${query}`);
        // The page has loaded before its script, which awaits another one, is through.
        await page.waitForFunction(() => 'texts' in window);
        return { page, frame: page.frameLocator('iframe') };
      },
      async openShell(agent) {
        const page = await (await open()).newPage();
        await page.goto(`${baton.origin}/?agent=${agent}`);
        const desktop = new Desktop(page, agent);
        await desktop.ready();
        return desktop;
      },
      async control(name, body = {}) {
        const answer = await fetch(`${baton.origin}/v1/control/${name}`, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        });
        expect(answer.status, `control ${name}`).toBeLessThan(300);
      },
      intercept(answer) {
        toCentre = answer;
      },
    });

    for (const one of profiles) await one.close();
    centre.close();
    await Promise.all([desk.close(), baton.close()]);
    expect(
      problems.filter((problem) => !expectedProblems.test(problem)),
      'errors in the console, or refused by the content security policy',
    ).toEqual([]);
  },
});

export { expect };

export async function listen(listener: RequestListener, host: 'localhost' | '127.0.0.1') {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
