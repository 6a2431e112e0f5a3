import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from '@playwright/test';
import { axeViolations } from './support/accessibility';
import { expect, test } from './support/developer';
import type { Developer } from './support/developer';
import { cutOff, fitsSideways } from './support/fits';
import { long } from './support/long';
import { brokenBuild, faults, serving } from './support/module-server';
import type { Fault } from './support/module-server';
import { watch } from './support/world';

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message to Sam Carter' });
const version = (page: Page) =>
  page.locator('main [data-baton-module="sms-window"]').getAttribute('data-baton-version');
const notice = (page: Page, { own }: Developer) =>
  page.getByRole('region', { name: 'Desktop status' }).getByText(`SMS window comes from ${own}`);
const card = (page: Page) => page.getByRole('region', { name: 'SMS window stopped working' });
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('baton.overrides'));

async function open(page: Page, { origin }: Developer): Promise<void> {
  await page.goto(`${origin}/?agent=ana`);
  await expect(composer(page)).toBeVisible();
}

async function fitsNarrow(page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.locator('[data-layout="narrow"]')).toBeVisible();
  await fitsSideways(page, what);
  expect(await cutOff(page)).toEqual([]);
}

/** The page's console messages about overrides. */
function warnings(context: BrowserContext): string[] {
  const heard: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'warning' && message.text().startsWith('Baton')) heard.push(message.text());
  });
  return heard;
}

/** Opens the desktop again with an override that it is not to use; returns what the console was told. */
async function openIgnoring(page: Page, context: BrowserContext, developer: Developer): Promise<string[]> {
  await open(page, developer);
  await developer.keep(page);
  const heard = warnings(context);
  await page.reload();
  await expect(composer(page)).toBeVisible();
  expect(await version(page)).not.toBe(developer.version);
  expect(developer.asked).toEqual([]);
  return heard;
}

test('a developer puts a build of their own into the desktop, sees that it is there, and takes it out again', async ({
  page,
  context,
  developer,
}) => {
  const problems: string[] = [];
  watch(context, problems);
  await open(page, developer);
  const deployed = await version(page);
  await page.evaluate((url) => window.baton?.overrides.set('sms-window', url), `${developer.own}/baton-module.json`);
  expect(await version(page), 'until the page is loaded again').toBe(deployed);

  await page.reload();
  await expect(composer(page)).toBeVisible();
  expect(await version(page)).toBe(developer.version);
  await expect(notice(page, developer)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await fitsNarrow(page, 'the notice');

  await page.getByRole('button', { name: 'Reset overrides' }).click();
  await expect(notice(page, developer)).toHaveCount(0);
  await expect(composer(page)).toBeVisible();
  expect(await version(page)).toBe(deployed);
  expect(await kept(page)).toBeNull();
  expect(problems, 'errors in the console, or refused by the content security policy').toEqual([]);
});

test(
  'what npm run dev builds of one module works in a desktop that is built for production',
  { tag: long },
  async ({ page, context, developer }) => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-dev-'));
    const only = ['--env', 'only=sms-window', '--env', 'development', '--env', 'alone'];
    await promisify(execFile)(process.execPath, [
      'node_modules/webpack/bin/webpack.js',
      ...only,
      '--output-path',
      folder,
    ]);
    developer.breaks((kind, response, _, url) => {
      response.writeHead(200, { 'Content-Type': kind === 'manifest' ? 'application/json' : 'text/javascript' });
      response.end(readFileSync(join(folder, basename(new URL(url, developer.own).pathname))));
      return true;
    });
    const problems: string[] = [];
    watch(context, problems);

    await open(page, developer);
    await developer.keep(page);
    await page.reload();
    await expect(composer(page)).toBeVisible();
    await expect(notice(page, developer)).toBeVisible();
    await composer(page).fill('From my own machine');
    await composer(page).press('Enter');
    await expect(page.getByRole('log').getByText('From my own machine')).toBeVisible();
    expect(developer.asked).toContain('/app.js');
    expect(problems, 'errors in the console, or refused by the content security policy').toEqual([]);
  },
);

for (const [what, fault] of Object.entries({
  'does not come': faults['server is down'] as Fault,
  'asks for another contract': serving(brokenBuild('sms-window', () => '', '^7.0.0')),
})) {
  test(`a build that ${what} leaves a card that offers to take it out again`, async ({ page, developer }) => {
    await open(page, developer);
    await developer.keep(page);
    developer.breaks(fault);
    await page.reload();
    await expect(card(page)).toContainText(`SMS window comes from ${developer.own}`);
    expect(await axeViolations(page)).toEqual([]);
    await fitsNarrow(page, 'the card');

    await card(page).getByRole('button', { name: 'Reset overrides' }).click();
    await expect(composer(page)).toBeVisible();
    expect(await version(page)).not.toBe(developer.version);
  });
}

test.describe('from an origin that the page does not allow', () => {
  test.use({ allowed: 'elsewhere' });

  test('nothing is asked for, and the console says why', async ({ page, context, developer }) => {
    const heard = await openIgnoring(page, context, developer);
    await expect(notice(page, developer)).toHaveCount(0);
    expect(heard).toEqual([
      expect.stringContaining(`"sms-window" may not come from ${developer.own}, only from http://localhost:1.`),
    ]);
  });
});

test.describe('where the page allows no overrides', () => {
  test.use({ allowed: 'nowhere' });

  test('what is kept is not read, and there is nothing for the console', async ({ page, context, developer }) => {
    const heard = await openIgnoring(page, context, developer);
    expect(heard).toEqual([]);
    expect(await page.evaluate(() => typeof window.baton?.overrides)).toBe('undefined');
  });
});

test.describe("when the desktop does not start, the page's own message", () => {
  const main = /\/assets\/main\./;
  const message = (page: Page) => page.getByRole('heading', { name: 'The desktop did not start' });
  const reset = (page: Page) => page.getByRole('button', { name: 'Reset overrides' });
  const breaks = (page: Page) =>
    page.route(main, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken shell")' }),
    );

  test('offers to reset overrides', async ({ page, developer }) => {
    await open(page, developer);
    await developer.keep(page);
    await breaks(page);
    await page.reload();
    await expect(message(page)).toBeVisible();
    await expect(reset(page)).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await fitsSideways(page, 'the message');

    await page.unroute(main);
    await reset(page).click();
    await expect(composer(page)).toBeVisible();
    expect(await kept(page)).toBeNull();
    expect(await version(page)).not.toBe(developer.version);
  });

  test('does not where there are none, or nothing can be kept', async ({ page, developer }) => {
    await breaks(page);
    await page.goto(`${developer.origin}/?agent=ana`);
    await expect(message(page)).toBeVisible();
    await expect(reset(page)).toBeHidden();

    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      }),
    );
    await page.reload();
    await expect(message(page)).toBeVisible();
    await expect(reset(page)).toBeHidden();
  });
});
