import { test as base, expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import type { HostPage } from '../../embedding/hostile/host';
import { Desktop } from './desktop';
import { listen, watch } from './world';

declare global {
  interface Window {
    host: HostPage;
    /** What the hostile page has taken for its own shortcuts. */
    hostKeys?: string[];
  }
}

/** The same modules in the same rectangles: in a page that leaves them alone, and in one that does not. */
export const hostPages = ['clean', 'hostile'] as const;
export type HostPageName = (typeof hostPages)[number];

/** A contact centre with host pages in front of it; every page has a profile of its own. */
export interface Hosts {
  /** Opens a page without a signed-in agent. `prepare` is called before its first script runs. */
  visit(page: HostPageName, prepare?: (page: Page) => Promise<unknown>): Promise<Page>;
  /** Signs an agent in and waits until the modules can be used. */
  enter(page: Page, agent: string): Promise<Desktop>;
  /** Both. */
  open(page: HostPageName, agent: string): Promise<Desktop>;
  control(name: string, body?: object): Promise<void>;
}

export const test = base.extend<{ scenario: string; hosts: Hosts }>({
  scenario: ['default', { option: true }],

  async hosts({ browser, scenario, contextOptions }, use) {
    const { createContactCentreListener } = await import('../../../dist/serve/index.js');
    const centre = createContactCentreListener({ scenario, control: true });
    const mounts = { '/': 'test/embedding/hostile', '/assets/': 'dist/embedding/hostile', '/modules/': 'dist/modules' };
    const site = await listen(mounts, centre.listener);
    const problems: string[] = [];
    const profiles: BrowserContext[] = [];

    const visit: Hosts['visit'] = async (name, prepare) => {
      const profile = await browser.newContext(contextOptions);
      profiles.push(profile);
      watch(profile, problems);
      const page = await profile.newPage();
      await prepare?.(page);
      await page.goto(`${site.origin}/${name}.html`);
      return page;
    };

    const enter: Hosts['enter'] = async (page, agent) => {
      await page.evaluate((id) => window.host.open(id), agent);
      const desktop = new Desktop(page, agent);
      await desktop.ready();
      return desktop;
    };

    await use({
      visit,
      enter,
      open: async (name, agent) => enter(await visit(name), agent),
      async control(name, body = {}) {
        const answer = await fetch(`${site.origin}/v1/control/${name}`, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        });
        expect(answer.status, `control ${name}`).toBeLessThan(300);
      },
    });

    for (const profile of profiles) await profile.close();
    centre.close();
    await site.close();
    expect(problems, 'errors in the console, or refused by the content security policy').toEqual([]);
  },
});

export { expect };
