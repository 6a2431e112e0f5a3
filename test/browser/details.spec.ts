import type { Page } from '@playwright/test';
import { axeViolations } from './support/accessibility';
import { boxOf, cutOff, fitsSideways } from './support/fits';
import { readAndClick } from './support/pointer';
import { expect, listen, test } from './support/world';

const button = (page: Page) => page.getByRole('button', { name: 'Details', exact: true });
const details = (page: Page) => page.getByRole('group', { name: 'Details', exact: true });
const column = (page: Page) => page.getByRole('complementary', { name: 'Details', exact: true });

for (const width of [1279, 1024, 320])
  for (const dir of ['ltr', 'rtl'])
    test(`K2-1 Details open and close below the header at ${width} px, ${dir}`, async ({ world }) => {
      const { page, composer } = await world.open('ana', { dir });
      await page.setViewportSize({ width, height: 800 });
      await expect(details(page)).toHaveCount(0);
      await readAndClick(button(page));
      await expect(details(page).getByRole('term').first()).toHaveText('Number');
      await expect(button(page)).toHaveAttribute('aria-expanded', 'true');
      // At 320 px the page scrolls.
      if (width > 320) await expect(composer).toBeInViewport();
      expect((await boxOf(details(page))).y).toBeGreaterThan((await boxOf(button(page))).y);
      await fitsSideways(page, `${width} ${dir}`);
      expect(await cutOff(page)).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
      await readAndClick(button(page));
      await expect(details(page)).toHaveCount(0);
    });

for (const dir of ['ltr', 'rtl'])
  test(`K2-5 from 1280 px they stand in the side column, in place of Team Communicator, ${dir}`, async ({ world }) => {
    const { page, transferButton } = await world.open('ana', { dir });
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(column(page).getByRole('term').first()).toHaveText('Number');
    await expect(button(page)).toHaveCount(0);
    expect((await boxOf(column(page))).width).toBe(360);
    await fitsSideways(page, dir);
    expect(await cutOff(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);

    // K10: what is read moves by 0 px when Team Communicator comes and goes.
    const messages = page.getByRole('log').getByRole('listitem');
    const places = () => messages.evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
    const before = await places();
    expect(before.length).toBeGreaterThan(1);
    await readAndClick(transferButton);
    await expect(page.getByRole('searchbox', { name: 'Find a target' })).toBeVisible();
    await expect(column(page)).toBeHidden();
    expect(await places()).toEqual(before);
    await page.keyboard.press('Escape');
    await expect(column(page)).toBeVisible();
    expect(await places()).toEqual(before);
  });

test('K2-5 a window that becomes narrower has them below its header, and keeps what is being written', async ({
  world,
}) => {
  const { page, composer } = await world.open('ana');
  await expect(column(page)).toBeVisible();
  await readAndClick(composer);
  await page.keyboard.type('One mom');
  await page.setViewportSize({ width: 1200, height: 800 });
  await expect(column(page)).toHaveCount(0);
  await expect(button(page)).toBeVisible();
  await page.keyboard.type('ent');
  await expect(composer).toHaveValue('One moment');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(column(page)).toBeVisible();
  await expect(button(page)).toHaveCount(0);
  await expect(composer).toBeFocused();
});

test('K2-1 the keyboard opens and closes them, and focus stays on their button', async ({ world }) => {
  const { page } = await world.open('ana');
  await page.setViewportSize({ width: 1200, height: 800 });
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(details(page)).toBeVisible();
  await expect(button(page)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(details(page)).toHaveCount(0);
});

test('K2-4 Details that cannot be loaded say so and take nothing else down; Try again loads them', async ({
  browser,
}) => {
  // Without `world`, which allows no error in the console. By the context: the worker of the mock asks for the code.
  const site = await listen({ '/': 'dist/mocked', '/modules/': 'dist/modules' });
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  await page.context().route('**/modules/sms-window/details.*.js*', (route) => route.abort());
  await page.goto(`${site.origin}/?agent=ana&panel=0`);
  await readAndClick(button(page));
  const failure = page.getByRole('group', { name: 'Details could not be loaded' });
  await expect(failure).toBeVisible();
  await page.getByRole('textbox', { name: /^Message to / }).fill('Still here');
  await page.context().unroute('**/modules/sms-window/details.*.js*');
  await readAndClick(failure.getByRole('button', { name: 'Try again' }));
  await expect(details(page).getByRole('term').first()).toHaveText('Number');
  await expect(page.getByRole('textbox', { name: /^Message to / })).toHaveValue('Still here');
  await page.close();
  await site.close();
});

test.describe('in front of several conversations', () => {
  test.use({ scenario: 'busy-agent' });

  test('K2-3 they stay open from one conversation to the next', async ({ world }) => {
    const { page, rail } = await world.open('ana');
    await page.setViewportSize({ width: 1200, height: 800 });
    await readAndClick(button(page));
    await expect(details(page)).toBeVisible();
    await readAndClick(rail.getByRole('button', { name: /Dana Whitlock/ }));
    await expect(page.getByRole('heading', { name: 'Dana Whitlock' })).toBeVisible();
    await expect(details(page)).toContainText('Silver');
  });
});
