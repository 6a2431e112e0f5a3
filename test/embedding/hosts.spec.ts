import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { allowOrigins } from '../../scripts/serve/cross-origin.js';
import { transferTo } from '../browser/support/follow-page';
import { readAndClick } from '../browser/support/pointer';
import { listen, listenAs } from '../browser/support/world';
import { createDesktop } from './angular/serve.js';

interface Host {
  folder: string;
  /** Its page, where there is more than one. */
  page?: string;
  /** What is served of it; default: the folder itself. */
  root?: string;
  /** How many copies of React such a page loads. */
  reacts: number;
  /** What is there once it is installed and built; default: what a bundler makes. */
  needs?: string;
  /** The host's own server, where its files alone are not enough. */
  serve?: (baton: string) => Server;
  /** Its own libraries write scripts or styles into the page, which a strict policy forbids. */
  policy?: false;
  /** Where the conversation stands, if not in the page itself. */
  popOut?: (page: Page) => Promise<Page>;
  /** What this host shows besides, once Bianca has the conversation. */
  also?: (page: Page, bianca: Page) => Promise<void>;
}

const remotes = 'http://localhost:4401';

/** Every way in. */
const hosts: readonly Host[] = [
  { folder: 'plain-html', reacts: 1, needs: 'node_modules/@baton/host-kit/dist/index.js' },
  { folder: 'no-react', reacts: 1 },
  { folder: 'react-16', reacts: 2 },
  { folder: 'react-17', reacts: 2 },
  { folder: 'react-18', reacts: 2 },
  { folder: 'react-18-federation', reacts: 2 },
  { folder: 'react-19-0', reacts: 2 },
  { folder: 'react-19', reacts: 1 },
  { folder: 'single-spa', reacts: 1 },
  { folder: 'single-spa-import-map', reacts: 1, needs: 'node_modules/@baton/host-kit/dist/index.js' },
  { folder: 'module-federation', reacts: 1 },
  // Each module brings its own where the page does not share all of React.
  { folder: 'stock-federation', reacts: 4 },
  { folder: 'stock-federation', page: 'react-19-0.html', reacts: 4, needs: 'dist/main-19-0.js' },
  { folder: 'enhanced-federation', reacts: 4 },
  { folder: 'enhanced-federation', page: 'react-19-0.html', reacts: 4, needs: 'dist/main-19-0.js' },
  { folder: 'vue-vite', reacts: 1 },
  // The React of Next's app router is not a released one.
  { folder: 'next', reacts: 2, policy: false, needs: 'dist/index.html', root: 'dist' },
  { folder: 'dialogs', reacts: 2, policy: false, also: answersBehindDialogs },
  { folder: 'service-worker', reacts: 1, needs: 'node_modules/@baton/host-kit/dist/index.js', also: standsAgain },
  { folder: 'pop-out', reacts: 1, needs: 'node_modules/@baton/host-kit/dist/index.js', popOut },
  { folder: 'angular', reacts: 1, serve: createDesktop, also: changesView },
];

for (const { folder, page: file = '', reacts, needs = 'dist/main.js', ...more } of hosts) {
  const { root = '', policy = true, serve, popOut: inOtherWindow, also } = more;
  test(`${folder}${file && `/${file}`}: the modules stand, a conversation is handed over, the host takes them down`, async ({
    browser,
  }) => {
    const built = join('test/embedding', folder);
    expect(existsSync(join(built, needs)), `${folder} is not there yet: run npm run test:hosts -- ${folder}`).toBe(
      true,
    );
    test.info().annotations.push({ type: 'browser', description: `Chromium ${browser.version()}` });
    const { createContactCentreListener } = await import('../../dist/serve/index.js');
    const centre = createContactCentreListener({});
    const allowed: string[] = [];
    const baton = await listen(
      { '/': 'dist/live', '/modules/': 'dist/modules' },
      allowOrigins(centre.listener, allowed),
      { anyOrigin: true },
    );
    const host = await (serve === undefined
      ? listen({ '/': join(built, root) }, undefined, {
          policy,
          pages: ['/'],
          moduleOrigins: [baton.origin, remotes],
          inlineScripts: inlineScriptsOf(join(built, root, file || 'index.html')),
        })
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
    // Where the federation hosts' own configuration has its remotes.
    await page.route(`${remotes}/**`, (route) =>
      route.continue({ url: route.request().url().replace(remotes, baton.origin) }),
    );
    await page.goto(`${host.origin}/${file}?server=${encodeURIComponent(`${baton.origin}/`)}`);
    const sms = (await inOtherWindow?.(page)) ?? page;
    await expect(sms.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
    await transferTo(page, 'Bianca Okafor', { from: sms });
    await readAndClick(bianca.getByRole('article').getByRole('button', { name: 'Accept' }));
    await expect(sms.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeHidden();
    expect(await scripts.copiesOfReact()).toBe(reacts);
    await also?.(page, bianca);

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

/** The hashes of what stands in a page as a script of its own: the import map. */
function inlineScriptsOf(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/<script type="importmap">([^]*?)<\/script>/g)].map(
    ([, text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`,
  );
}

/** The page's worker has cached everything by now, modules and their manifests too. */
async function standsAgain(page: Page) {
  await page.reload();
  await expect(page.getByRole('region', { name: 'Incoming interactions' })).toBeVisible();
  await expect(page.getByText('No conversation open')).toBeVisible();
}

/** Bianca hands the conversation back while each kind of dialog is open, and Ana sends it to her again. */
async function answersBehindDialogs(page: Page, bianca: Page) {
  const composer = page.getByRole('textbox', { name: 'Message to Sam Carter' });
  // Dialogs of libraries hide everything else from assistive technology, the card too; the pointer still answers it.
  const accept = page.locator('[part~="accept"]');
  for (const dialog of ['Radix', 'MUI', 'native']) {
    await page.getByRole('button', { name: `Open ${dialog}` }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await transferTo(bianca, 'Ana Ruiz');
    await expect(accept).toBeVisible();
    if (dialog === 'native') {
      // Everything outside of it is inert: the card says so, and can be answered once it is closed.
      await expect(page.getByText('Close the dialog', { exact: false })).toBeVisible();
      await page.getByRole('button', { name: 'Close it' }).click();
      await readAndClick(accept);
    } else {
      await readAndClick(accept);
      // Radix takes a press outside for a wish to close; MUI, whose backdrop was not pressed, does not.
      if (dialog === 'MUI') await page.getByRole('button', { name: 'Close it' }).click();
    }
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(composer).toBeVisible();
    await transferTo(page, 'Bianca Okafor');
    await readAndClick(bianca.getByRole('article').getByRole('button', { name: 'Accept' }));
    await expect(composer).toBeHidden();
  }
}

async function popOut(page: Page) {
  await expect(page.getByRole('textbox', { name: 'Message to Sam Carter' })).toBeVisible();
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Pop out' }).click();
  return opened;
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
