import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { createStaticFiles, securityHeaders } from '../../scripts/serve/static-files.js';
import './support/host-pages';
import { listenAs } from './support/world';

const modules = ['SMS window', 'Notifications', 'Team Communicator'];

test('modules run by the nonce that the host gives, though the page has taken away its own scripts', async ({
  page,
}) => {
  const site = await serve("'nonce-NONCE'");
  const refused = collectRefused(page);
  const release = await hold(page, '**/modules/sms-window/baton-module.json');
  await page.goto(site.origin);
  await page.evaluate((nonce) => void window.host.open('ana', { nonce }), site.nonce);
  await expect(page.locator('[data-baton-module]')).toHaveCount(3);
  // The last module finds no script in the page to take a nonce from.
  await expect(page.locator('script')).toHaveCount(0);
  release();
  await standsEverything(page);
  expect(refused).toEqual([]);
  await site.close();
});

test('without it nothing of a module runs, and the card says what to do', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const site = await serve("'nonce-NONCE'");
  const refused = collectRefused(page);
  await page.goto(site.origin);
  await page.evaluate(() => window.host.open('ana'));
  for (const label of modules) await expect(card(page, label)).toBeVisible();
  await expect(page.locator('[data-baton-module]')).toHaveCount(0);
  expect(refused.filter((text) => text.includes('remoteEntry'))).not.toEqual([]);

  await card(page, 'SMS window').getByRole('button', { name: 'Copy details' }).click();
  await expect(card(page, 'SMS window').getByRole('button', { name: 'Copied' })).toBeVisible();
  const details = await page.evaluate(() => navigator.clipboard.readText());
  expect(details).toContain("the page's script-src forbids it");
  expect(details).toContain(`Let script-src name ${site.origin}, or give the policy's nonce in the option "nonce".`);
  await site.close();
});

test('a policy that hands trust on to what a script adds needs no nonce from the host', async ({ page }) => {
  const site = await serve("'nonce-NONCE' 'strict-dynamic'");
  const refused = collectRefused(page);
  await page.goto(site.origin);
  await page.evaluate(() => window.host.open('ana'));
  await standsEverything(page);
  expect(refused).toEqual([]);
  await site.close();
});

/** A host's page in which nothing runs by its origin, not even what is the page's own. */
async function serve(scripts: string) {
  const nonce = randomBytes(16).toString('base64');
  const { createContactCentreListener } = await import('../../dist/serve/index.js');
  const centre = createContactCentreListener({});
  const files = createStaticFiles({
    mounts: { '/': 'test/embedding/hostile', '/assets/': 'dist/embedding/hostile', '/modules/': 'dist/modules' },
    pages: [],
  });
  const headers = securityHeaders();
  const policy = headers['Content-Security-Policy']?.replace(
    /script-src [^;]+/,
    `script-src ${scripts.replace('NONCE', nonce)}`,
  );
  const site = await listenAs(
    createServer((request, response) => {
      if (request.url?.startsWith('/v1/')) return centre.listener(request, response);
      if (request.url !== '/') return files(request, response);
      response.writeHead(200, {
        ...headers,
        'Content-Security-Policy': policy,
        'Content-Type': 'text/html; charset=utf-8',
      });
      return void response.end(pageWith(nonce));
    }),
  );
  return {
    nonce,
    origin: site.origin,
    async close() {
      centre.close();
      await site.close();
    },
  };
}

function pageWith(nonce: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Host desk</title><link rel="stylesheet" href="/places.css" /></head>
  <body>
    <div id="app"><div id="incoming"></div><div id="messages"></div><main id="sms"></main><aside id="team" aria-label="Team Communicator"></aside></div>
    <script nonce="${nonce}" src="/assets/host.js"></script>
    <script nonce="${nonce}">for (const script of [...document.scripts]) script.remove();</script>
  </body>
</html>`;
}

/** Keeps an answer back until it is released. */
async function hold(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

async function standsEverything(page: Page) {
  await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
  await page.getByRole('button', { name: 'Transfer', exact: true }).click();
  await expect(page.getByRole('searchbox', { name: 'Find a target' })).toBeVisible();
}

function card(page: Page, label: string) {
  return page.getByRole('region', { name: `${label} stopped working` });
}

/** What the browser says that the policy forbids. */
function collectRefused(page: Page): string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  return refused;
}
