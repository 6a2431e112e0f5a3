import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { allowOrigins } from '../../scripts/lib/cross-origin.js';
import { readAndClick } from '../browser/support/pointer';
import { listen, listenAs } from '../browser/support/world';
import { createDesktop } from './angular/serve.js';

interface Host {
  folder: string;
  /** How many copies of React such a page loads. */
  reacts: number;
  /** What is there once it is installed and built; default: what a bundler makes. */
  needs?: string;
  /** The host's own server, where its files alone are not enough. */
  serve?: (baton: string) => Server;
  /** What this host shows besides: how its component for parcels follows what it is given. */
  also?: (page: Page) => Promise<void>;
}

/** Every way in. */
const hosts: readonly Host[] = [
  { folder: 'plain-html', reacts: 1, needs: 'node_modules/@baton/host-kit/browser/baton-host.js' },
  { folder: 'no-react', reacts: 1 },
  { folder: 'react-19', reacts: 1 },
  { folder: 'react-17', reacts: 2 },
  { folder: 'single-spa', reacts: 1 },
  { folder: 'module-federation', reacts: 1 },
  { folder: 'vue-vite', reacts: 1 },
  { folder: 'angular', reacts: 1, serve: createDesktop, also: changesView },
];

for (const { folder, reacts, needs = 'dist/main.js', serve, also } of hosts) {
  test(`${folder}: the modules stand, a conversation is handed over, the host takes them down`, async ({ browser }) => {
    const built = join('test/embedding', folder);
    expect(existsSync(join(built, needs)), `${folder} is not there yet: run npm run test:hosts -- ${folder}`).toBe(
      true,
    );
    const { createContactCentreListener } = await import('../../dist/serve/index.js');
    const centre = createContactCentreListener({});
    const allowed: string[] = [];
    const baton = await listen(
      { '/': 'dist/live', '/modules/': 'dist/modules' },
      allowOrigins(centre.listener, allowed),
      { anyOrigin: true },
    );
    const host = await (serve === undefined
      ? listen({ '/': built }, undefined, { pages: ['/'], moduleOrigins: [baton.origin] })
      : listenAs(serve(baton.origin)));
    allowed.push(host.origin);

    const bianca = await browser.newPage();
    await bianca.goto(`${baton.origin}/?agent=bianca`);
    await expect(bianca.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();

    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) problems.push(message.text());
    });
    const scripts = watchScripts(page);
    await page.goto(`${host.origin}/?server=${encodeURIComponent(`${baton.origin}/`)}`);
    await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
    await page.getByRole('button', { name: 'Transfer', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Find a target' }).fill('Bianca');
    await expect(page.getByText('Best matches')).toBeVisible();
    await page.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
    await page.getByRole('menuitem', { name: /^SMS transfer/i }).click();
    await readAndClick(bianca.getByRole('article').getByRole('button', { name: 'Accept' }));
    await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeHidden();
    expect(await scripts.copiesOfReact()).toBe(reacts);
    await also?.(page);

    await page.getByRole('button', { name: 'Leave' }).click();
    await expect(page.locator('[data-baton-module]')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(problems).toEqual([]);

    await page.close();
    await bianca.close();
    centre.close();
    await baton.close();
    await host.close();
  });
}

async function changesView(page: Page) {
  const previews = page.getByRole('region', { name: 'Incoming interactions' });
  await expect(previews).toBeVisible();
  await page.getByRole('button', { name: 'Previews or messages' }).click();
  await expect(page.getByRole('button', { name: /^My Messages/ })).toBeVisible();
  await expect(previews).toHaveCount(0);
}

/** Counts what the page has loaded that is React's renderer: each copy says where its errors are explained. */
function watchScripts(page: Page) {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.text().catch(() => ''));
  });
  return {
    async copiesOfReact() {
      const renderers = (await Promise.all(bodies)).filter(
        (text) =>
          /__SECRET_INTERNALS_DO_NOT_USE|__DOM_INTERNALS_DO_NOT_USE/.test(text) && text.includes('onCommitFiberRoot'),
      );
      return renderers.length;
    },
  };
}
