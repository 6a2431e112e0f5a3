import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { findChromium } from '../../scripts/test/chromium.js';
import { buildSite } from '../../scripts/docs/site.js';
import { long } from './support/long';
import { readAndClick } from './support/pointer';
import { freePort, startProgram } from './support/programs';
import type { Program } from './support/programs';

// All of them look at one site, which takes some seconds to build.
test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);
// No name but this machine's leads anywhere. Routes would do the same, and switch the browser's cache off.
const executablePath = await findChromium();
test.use({
  launchOptions: {
    ...(executablePath !== undefined && { executablePath }),
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
  },
});

let server: Program;
let origin: string;
test.beforeAll(async () => {
  await buildSite();
  const port = await freePort();
  origin = `http://localhost:${port}`;
  server = startProgram(
    `node --input-type=module --eval "import { serveSite } from './scripts/docs/site.js'; await serveSite(${port})"`,
  );
  await expect
    .poll(
      () =>
        fetch(origin).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
});
test.afterAll(() => server.stop());

test(
  'every page loads from the site alone, and every link leads to a page and a heading of it',
  { tag: long },
  async ({ browser }) => {
    const { page, foreign } = await openRefusingForeign(browser);
    const missing: string[] = [];
    page.on('response', (response) => response.status() >= 400 && missing.push(response.url()));
    const headings = new Map<string, Set<string>>();
    const links: { from: string; to: URL }[] = [];
    for (const waiting = [`${origin}/`]; waiting.length > 0;) {
      const address = waiting.pop() ?? '';
      if (headings.has(address)) continue;
      await page.goto(address, { waitUntil: 'load' });
      const found = await page.evaluate(() => ({
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        links: [...document.querySelectorAll('a')].map(({ href }) => href).filter((href) => href !== ''),
      }));
      headings.set(address, new Set(found.ids));
      for (const to of found.links.map((link) => new URL(link)).filter((link) => link.origin === origin)) {
        links.push({ from: address, to });
        if (/\/$|\.html$/.test(to.pathname)) waiting.push(origin + to.pathname);
      }
    }
    expect(headings.size).toBeGreaterThan(50);
    expect(links.filter(({ to }) => to.hash !== '' && !headings.get(origin + to.pathname)?.has(nameOf(to)))).toEqual(
      [],
    );
    const files = [...new Set(links.map(({ to }) => origin + to.pathname))].filter((file) => !headings.has(file));
    for (const file of files) expect((await page.request.get(file)).status(), file).toBe(200);
    expect(missing).toEqual([]);
    expect(foreign).toEqual([]);
  },
);

test(
  'what a page says is found by searching, and it is dark where the reader wants it',
  { tag: long },
  async ({ browser }) => {
    const { page, foreign } = await openRefusingForeign(browser);
    await page.goto(origin);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill('X-Accel-Buffering');
    await page.getByRole('listbox').getByRole('link').first().click();
    await expect(page.getByRole('main')).toContainText('X-Accel-Buffering');

    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.getByRole('switch', { name: /dark/i }).click();
    await expect.poll(background).not.toBe(light);
    expect(foreign).toEqual([]);
  },
);

test('the quick start is played in the page, and played again', { tag: long }, async ({ browser }) => {
  const { page, foreign } = await openRefusingForeign(browser);
  await page.goto(`${origin}/quick-start.html`);
  await handOver(page);
  await page.getByRole('button', { name: 'Play again' }).click();
  await handOver(page);
  await expect(page.getByRole('region', { name: 'Play it here' }).getByRole('alert')).toBeEmpty();
  expect(foreign).toEqual([]);
});

async function handOver(page: Page) {
  const [ana, bianca] = ['Ana Ruiz', 'Bianca Okafor'].map((name) => page.frameLocator(`[title="${name}’s desktop"]`));
  if (ana === undefined || bianca === undefined) throw new Error('There are two desktops.');
  const text = { name: 'Message to Sam Carter' };
  await expect(ana.getByRole('textbox', text)).toBeVisible();
  await ana.getByRole('button', { name: 'Transfer', exact: true }).click();
  await ana.getByRole('searchbox', { name: 'Find a target' }).fill('Bianca');
  await ana.getByRole('button', { name: 'Actions for Bianca Okafor' }).click();
  await ana.getByRole('menuitem', { name: /^SMS transfer/i }).click();
  await readAndClick(bianca.getByRole('article').getByRole('button', { name: 'Accept' }));
  await expect(bianca.getByRole('textbox', text)).toBeVisible();
  await expect(ana.getByRole('textbox', text)).toBeHidden();
}

/** A page in a browser that reaches this machine and nothing else. */
async function openRefusingForeign(browser: Browser) {
  const context = await browser.newContext();
  const foreign: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) foreign.push(url.href);
  });
  return { page: await context.newPage(), foreign };
}

function nameOf({ hash }: URL): string {
  return decodeURIComponent(hash.slice(1));
}
