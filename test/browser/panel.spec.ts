import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import { axeViolations } from './support/accessibility';
import { Desktop } from './support/desktop';
import { expect, test } from './support/world';

test.use({ contextOptions: { permissions: ['clipboard-read', 'clipboard-write'] } });

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Scenario' });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function choose(page: Page, section: string) {
  await panelOf(page).getByRole('tab', { name: section }).click();
}

test('the target declines with a reason while the customer writes, in Arabic, dark, at 320 px, two seconds before the deadline: as a link, and as a test', async ({
  world,
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await world.visit('/?agent=ana&panel=1');
  const ana = new Desktop(page, 'ana');
  await ana.ready();
  const panel = panelOf(page);
  await expect(panel.getByRole('tab', { name: 'Situation' })).toBeVisible();

  await test.step('the situation, with the keyboard', async () => {
    await page.keyboard.press('Alt+Shift+S');
    await expect(panel.getByRole('button', { name: 'Scenario' })).toBeFocused();
    await panel.getByRole('combobox', { name: 'Scenario or state' }).focus();
    await page.keyboard.type('target does not answer');
    await page.keyboard.press('Enter');
    await page.waitForURL(/scenario=no-answer/);
    await ana.ready();
  });

  await test.step('two seconds before the deadline the customer has written and Bianca declines', async () => {
    await ana.transferTo('Bianca Okafor');
    await expect(ana.banner(/Bianca Okafor/)).toBeVisible();
    await panel.getByRole('button', { name: 'Pause' }).click();
    await expect(panel.getByRole('button', { name: 'Pause' })).toHaveAttribute('aria-pressed', 'true');
    await panel.getByRole('button', { name: '3 s before the deadline' }).click();
    await panel.getByRole('button', { name: 'Step 1 s' }).click();
    await expect(ana.banner(/Bianca Okafor/)).toContainText('2');

    await choose(page, 'Customer');
    await panel.getByRole('textbox', { name: 'Text message' }).click();
    await page.keyboard.type('Hello? Is anybody there?');
    await page.keyboard.press('Enter');
    await expect(ana.transcript).toContainText('Hello? Is anybody there?');

    await choose(page, 'Colleagues');
    const bianca = panel.getByRole('group', { name: 'Bianca Okafor' });
    await bianca.getByRole('combobox', { name: 'Invited' }).selectOption('Declines');
    await bianca.getByRole('combobox', { name: 'Reason' }).selectOption('Busy');
    await bianca.getByRole('spinbutton', { name: 'After, s' }).fill('0');
    await page.keyboard.press('Enter');
    await expect(ana.banner(/Bianca Okafor declined the transfer/)).toBeVisible();
  });

  await test.step('in Arabic, dark, at 320 px', async () => {
    await choose(page, 'Look');
    for (const [field, choice, key] of [
      ['Language', 'Arabic', /locale=ar/],
      ['Theme', 'Dark', /theme=dark/],
      ['Width', '320 px', /width=320/],
    ] as const) {
      await panel.getByRole('combobox', { name: field }).selectOption(choice);
      await page.waitForURL(key);
      await expect(panel.getByRole('combobox', { name: field })).toHaveValue(/.+/);
    }
  });

  const desktop = page.frameLocator('iframe');
  const shown = await declinedIn(desktop);
  expect(await axeViolations(page, '#baton-panel')).toEqual([]);

  await test.step('the link shows the same in another browser profile', async () => {
    await panel.getByRole('button', { name: 'Copy link' }).click();
    await expect(panel.getByText('Copied')).toBeAttached();
    const stranger = await browser.newContext();
    const other = await stranger.newPage();
    await other.goto(await copied(page));
    expect(await declinedIn(other.frameLocator('iframe'))).toEqual(shown);
    await expect(panelOf(other).getByRole('button', { name: 'Scenario' })).toHaveAttribute('aria-expanded', 'false');
    await stranger.close();
  });

  await test.step('the test passes as it was copied', async () => {
    await panel.getByRole('button', { name: 'Copy as test' }).click();
    await expect(panel.getByText('Copied')).toBeAttached();
    const file = join(import.meta.dirname, 'copied.spec.ts');
    try {
      writeFileSync(file, await copied(page));
      const run = spawnSync(
        'npx',
        [
          ...['playwright', 'test', '--config', 'test/browser/playwright.config.ts', 'copied.spec.ts'],
          ...['--workers=1', '--reporter=line', '--output', '.cache/copied-test'],
        ],
        { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8' },
      );
      expect(run.stdout + run.stderr).toContain('1 passed');
      expect(run.status).toBe(0);
    } finally {
      rmSync(file, { force: true });
    }
  });
});

/** What Ana's desktop says of the transfer, and the last that the customer wrote. */
async function declinedIn(desktop: FrameLocator) {
  await expect(desktop.getByRole('log')).toContainText('Hello? Is anybody there?');
  const banner = desktop.getByRole('main').getByRole('group').filter({ hasText: 'Bianca Okafor' });
  return {
    banner: await banner.first().textContent(),
    dir: await desktop.locator('html').getAttribute('dir'),
  };
}

test('the panel covers nothing, takes no focus and no shortcut, and starts the situation over', async ({ world }) => {
  const page = await world.visit('/?scenario=no-answer&agent=ana&panel=1');
  const ana = new Desktop(page, 'ana');
  await ana.ready();
  const panel = panelOf(page);
  await expect(panel.getByRole('tab', { name: 'Situation' })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.closest('#baton-panel') ?? null)).toBeNull();

  const top = async () => (await panel.boundingBox())?.y ?? 0;
  const bottom = async () => {
    const box = await ana.composer.boundingBox();
    return box === null ? Infinity : box.y + box.height;
  };
  expect(await bottom()).toBeLessThanOrEqual(await top());
  await page.keyboard.press('F6');
  await page.keyboard.press('Alt+Shift+S');
  await expect(panel.getByRole('button', { name: 'Scenario' })).toBeFocused();
  await page.keyboard.press('Alt+Shift+S');
  await expect(page.getByRole('banner')).toBeFocused();

  await ana.say('This will be gone');
  await panel.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await expect(ana.transcript).not.toContainText('This will be gone');

  await panel.getByRole('button', { name: 'Scenario' }).click();
  await expect(panel.getByRole('tab')).toHaveCount(0);
  await expect(page).not.toHaveURL(/panel=1/);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  expect(await bottom()).toBeLessThanOrEqual(await top());
});
