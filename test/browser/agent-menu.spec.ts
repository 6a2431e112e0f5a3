import type { Page } from '@playwright/test';
import { axeViolations, focusStop } from './support/accessibility';
import { agentMenu } from './support/agent-menu';
import { cutOff, fitsSideways } from './support/fits';
import { countRenders, rendersOf } from './support/renders';
import { expect, test } from './support/world';

const find = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Find a colleague' });
/** What the agent's menu discloses. */
const panel = (page: Page) => page.getByRole('group', { name: 'Ana Ruiz', exact: true });

test('K7-1 Find a colleague shows its keys, and leads to the search field, also when that is on the screen', async ({
  world,
}) => {
  const ana = await world.open('ana');
  await expect(find(ana.page)).toContainText('Find a colleague');
  await expect(find(ana.page)).toContainText('Alt+Shift+F');
  await find(ana.page).click();
  await expect(ana.search).toBeFocused();
  await ana.composer.click();
  await find(ana.page).click();
  await expect(ana.search).toBeFocused();
  await ana.page.keyboard.press('Escape');
  await expect(ana.team).toBeHidden();
  await expect(find(ana.page)).toBeFocused();
});

test('K7-1 the mark stands for the product where the window is narrow, and the heading is heard there too', async ({
  world,
}) => {
  const ana = await world.open('ana');
  const heading = ana.page.getByRole('heading', { level: 1, name: 'Baton' });
  const word = heading.getByText('Baton');
  expect((await word.boundingBox())?.width).toBeGreaterThan(20);
  await ana.page.setViewportSize({ width: 320, height: 640 });
  await expect(heading).toBeVisible();
  expect((await word.boundingBox())?.width).toBeLessThanOrEqual(1);
  expect((await heading.locator('svg').boundingBox())?.width).toBeGreaterThanOrEqual(20);
});

test('K7-2 with the bar stand, at its end, My Messages, help and the agent', async ({ world }) => {
  const ana = await world.open('ana');
  const names = [/^My Messages/, /^Keyboard shortcuts$/, /^Ana Ruiz: Ready for SMS$/];
  const boxes = await Promise.all(
    names.map((name) => ana.page.getByRole('banner').getByRole('button', { name }).boundingBox()),
  );
  const starts = boxes.map((box) => box?.x ?? 0);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(Math.min(...starts)).toBeGreaterThan(720);
});

for (const { name, size, query } of [
  { name: '1440', size: { width: 1440, height: 900 }, query: {} },
  { name: '320', size: { width: 320, height: 640 }, query: {} },
  { name: '320 by 256, as at 400 %', size: { width: 320, height: 256 }, query: {} },
  { name: '320, right to left', size: { width: 320, height: 640 }, query: { dir: 'rtl' } },
])
  test.describe(name, () => {
    test.use({ viewport: size });

    test('K7-2 the menu works with the pointer and with the keyboard, and one Esc closes it', async ({ world }) => {
      const { page } = await world.open('ana', query);
      const button = agentMenu(page);
      await button.click();
      await expect(panel(page)).toBeInViewport({ ratio: 1 });
      await page.getByRole('button', { name: 'Not Ready (lunch)' }).click();
      await expect(button).toHaveAccessibleName('Ana Ruiz: Not Ready (lunch)');
      await expect(panel(page)).toHaveCount(0);
      await expect(button).toBeFocused();

      await page.keyboard.press('Enter');
      const signOut = page.getByRole('button', { name: 'Sign out' });
      await expect(signOut).toBeVisible();
      await fitsSideways(page, 'agent menu');
      expect.soft(await cutOff(page)).toEqual([]);
      const names = [
        'Go ready for SMS',
        'Not Ready (lunch)',
        'Not Ready (break)',
        'Not Ready (training)',
        'Settings',
        'Check this device',
        'Keyboard shortcuts',
        'Sign out',
      ];
      for (const each of names) {
        await page.keyboard.press('Tab');
        await expect(panel(page).getByRole('button', { name: each })).toBeFocused();
        expect((await focusStop(page)).coveredBy, each).toEqual([]);
      }
      await page.keyboard.press('Escape');
      await expect(panel(page)).toHaveCount(0);
      await expect(button).toBeFocused();

      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(button).toHaveAccessibleName('Ana Ruiz: Ready for SMS');
      await expect(button).toBeFocused();
    });

    test('K7-2 settings, and the question before signing out, open from the menu and lead back', async ({ world }) => {
      const { page } = await world.open('ana', query);
      await agentMenu(page).click();
      await panel(page).getByRole('button', { name: 'Settings' }).click();
      await expect(panel(page).getByRole('button', { name: 'Back' })).toBeFocused();
      await expect(panel(page).getByRole('checkbox', { name: 'Sounds' })).toBeVisible();
      await fitsSideways(page, 'settings');
      await page
        .locator('label')
        .filter({ hasText: /^Dark$/ })
        .click();
      await expect(page.locator('.desktop')).toHaveAttribute('data-baton-theme', 'dark');
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(panel(page)).toHaveCount(0);
      await expect(agentMenu(page)).toBeFocused();

      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByRole('dialog', { name: 'Sign out now?' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(panel(page).getByRole('button', { name: 'Sign out' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(panel(page)).toHaveCount(0);
      await expect(agentMenu(page)).toBeFocused();
    });
  });

test('K7-2 the time that ticks draws nothing of the shell but itself, and moves nothing', async ({ world }) => {
  const first = await world.visit('/');
  await countRenders(first);
  await first.goto(new URL('/?agent=ana&scenario=default&panel=0', first.url()).href);
  const time = agentMenu(first).locator('.status-time');
  await expect(time).toHaveText(/^\d s$/);
  const bell = first.getByRole('banner').getByRole('button', { name: /^My Messages/ });
  const before = await bell.boundingBox();
  await rendersOf(first, 'shell');
  await expect(time).not.toHaveText(await time.innerText());
  const { commits, renders } = await rendersOf(first, 'shell');
  expect(renders).toBeGreaterThan(0);
  expect(renders).toBe(commits);
  expect(await bell.boundingBox()).toEqual(before);
});

test('K7-3 what plays the contact centre stands in its own panel, and nowhere in the product', async ({ world }) => {
  const { page } = await world.open('ana', { panel: '1' });
  await agentMenu(page).click();
  await expect(panel(page).getByRole('button', { name: 'Sign out' })).toBeVisible();
  const played = /reset|scenario|demo/i;
  await expect(page.locator('#baton').getByText(played)).toHaveCount(0);
  await expect(page.locator('#baton').getByRole('button', { name: played })).toHaveCount(0);
  const own = page.getByRole('complementary', { name: 'Scenario' });
  await expect(own.getByRole('button', { name: 'Reset' })).toBeVisible();
  await expect(own.getByRole('combobox', { name: 'Scenario or state' })).toBeVisible();
});
