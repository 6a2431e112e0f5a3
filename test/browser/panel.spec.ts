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
  // The page is as long as its layout, which follows the new width a moment later.
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    expect(await bottom()).toBeLessThanOrEqual(await top());
  }).toPass({ timeout: 5000 });
});

test('what was left in one situation is in no other, and not in the same one after a reset', async ({ world }) => {
  const page = await world.visit('/?at=inviting');
  const ana = new Desktop(page, 'ana');
  await ana.ready();
  await expect(ana.banner(/Bianca Okafor/)).toBeVisible();
  await ana.composer.fill('Half a sen');
  for (const address of ['/?at=at-rest', '/?agent=ana&panel=1']) {
    await page.goto(new URL(address, page.url()).href);
    await ana.ready();
    await expect(ana.banner(/Bianca Okafor/)).toHaveCount(0);
    await expect(ana.myMessagesButton).toHaveAccessibleName('My Messages, no unread');
    await expect(ana.composer).toHaveValue('');
  }

  const other = await page.context().newPage();
  await other.goto(new URL('/?agent=bianca', page.url()).href);
  const bianca = new Desktop(other, 'bianca');
  await bianca.ready();
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toBeVisible();
  await ana.composer.fill('Half a sen');
  await panelOf(page).getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await expect(ana.composer).toHaveValue('');
  await expect(ana.banner(/Bianca Okafor/)).toHaveCount(0);
  await expect(ana.myMessagesButton).toHaveAccessibleName('My Messages, no unread');
  await expect(bianca.preview).toHaveCount(0);
});

test('a pause and what was done in a state outlast a change of the looks; Accept counts while the clock stands', async ({
  world,
}) => {
  const page = await world.visit('/?at=invited&panel=1');
  const bianca = new Desktop(page, 'bianca');
  await expect(bianca.preview).toBeVisible();
  const panel = panelOf(page);
  await choose(page, 'Customer');
  await panel.getByRole('button', { name: 'Thank you' }).click();
  await expect(bianca.preview).toContainText('Thank you');
  await choose(page, 'Look');
  await panel.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await page.waitForURL(/theme=dark/);
  await expect(bianca.preview).toContainText('Thank you');
  await bianca.answer('Accept');
  await expect(bianca.window()).toBeVisible();

  await page.goto(new URL('/?agent=ana&panel=1', page.url()).href);
  await panel.getByRole('button', { name: 'Pause' }).click();
  await expect(panel.getByRole('button', { name: 'Pause' })).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(panel.getByRole('button', { name: 'Pause' })).toHaveAttribute('aria-pressed', 'true');
});

test('Offline is off line at once; a customer who has sent STOP gets no text', async ({ world }) => {
  const page = await world.visit('/?agent=ana&panel=1');
  const ana = new Desktop(page, 'ana');
  await ana.ready();
  const panel = panelOf(page);
  await choose(page, 'Customer');
  await panel.getByRole('button', { name: 'STOP' }).click();
  await expect(ana.transcript).toContainText('STOP');
  await expect(ana.page.getByRole('main')).toContainText('Sam Carter has opted out by sending STOP');
  await expect(ana.composer).toHaveCount(0);
  await page.keyboard.type('We are sorry to see you go');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('list', { name: 'Texts' })).not.toContainText('sorry');
  await choose(page, 'Network');
  await panel.getByRole('checkbox', { name: 'Offline' }).click();
  await expect(ana.transferButton).toHaveAccessibleDescription('Not possible while the connection is lost');
  await panel.getByRole('checkbox', { name: 'Offline' }).click();
  await expect(ana.transferButton).not.toHaveAccessibleDescription('Not possible while the connection is lost');
});

test('the keys of the panel count in the frame of a desktop, too', async ({ world }) => {
  const page = await world.visit('/?agent=ana&width=480&panel=1');
  const frame = page.frameLocator('iframe');
  const composer = frame.getByRole('textbox', { name: /^Message to / });
  await composer.click();
  await page.keyboard.press('Alt+Shift+S');
  await expect(panelOf(page).getByRole('button', { name: 'Scenario' })).toBeFocused();
  await page.keyboard.press('Alt+Shift+S');
  await page.keyboard.type('Hello');
  await expect(composer).toHaveValue('Hello');
});
