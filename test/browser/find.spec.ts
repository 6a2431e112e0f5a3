import type { Page } from '@playwright/test';
import { axeViolations } from './support/accessibility';
import type { Desktop } from './support/desktop';
import { cutOff, fitsSideways } from './support/fits';
import { readAndClick } from './support/pointer';
import { expect, test } from './support/world';

test.use({ scenario: 'long-history' });

const search = (page: Page) => page.getByRole('search', { name: 'Find in conversation' });
const field = (page: Page) => search(page).getByRole('searchbox');
const button = (page: Page) => page.getByRole('button', { name: 'Find in conversation' });
const current = (page: Page) => page.locator('.sms-match-current');

/** Where the messages in sight stand, those aside that something has covered. */
const standing = ({ transcript }: Desktop) =>
  transcript.evaluate((log) => {
    const covered = log.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
    const { top, bottom } = log.getBoundingClientRect();
    const [from, to] = [Math.max(top, covered, 0), Math.min(bottom, innerHeight)];
    return [...log.querySelectorAll('li')].flatMap((row) => {
      const box = row.getBoundingClientRect();
      return box.top >= from && box.bottom <= to ? { text: row.textContent, top: Math.round(box.top) } : [];
    });
  });

/** Opens the search of a conversation that fills its place: what is read stays where it is. */
async function openSearch(desktop: Desktop, open: () => Promise<void>): Promise<void> {
  const before = await standing(desktop);
  await open();
  await expect(search(desktop.page).getByRole('button', { name: 'Close search' })).toBeVisible();
  await expect(field(desktop.page)).toBeFocused();
  const after = await standing(desktop);
  expect(after.length).toBeGreaterThan(2);
  for (const row of after) expect(before).toContainEqual(row);
}

async function openLong({ page, rail }: Desktop): Promise<void> {
  const list = page.getByRole('button', { name: 'Interactions' });
  if (await list.isVisible()) await list.click();
  await rail.getByRole('button', { name: /Greta Lindholm/ }).click();
}

test('an agent finds what was written days ago, with keys alone', async ({ world }) => {
  const ana = await world.open('ana');
  const { page, composer, transcript } = ana;
  await openLong(ana);
  await composer.click();
  await page.keyboard.type('One moment');
  await page.keyboard.press('Alt+Shift+L');
  // Typed at once, before all of it is there.
  await page.keyboard.type('ＰＡＲＣＥＬ 29');
  await expect(search(page).getByText('1 of 11')).toBeVisible();
  await expect(current(page)).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(search(page).getByText('2 of 11')).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(search(page).getByText('1 of 11')).toBeVisible();
  await expect(page.getByRole('status').getByText(/1 of 11\. .*300: thank you/)).toBeAttached();

  // Not loaded yet: Enter looks further.
  await page.keyboard.press('Control+A');
  await page.keyboard.type('parcel 17 has');
  await expect(search(page).getByText('No matches')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(search(page).getByText('1 of 1')).toBeVisible();
  await expect(current(page)).toHaveText('parcel 17 has');
  await expect(current(page)).toBeInViewport();
  expect(await transcript.evaluate((log) => log.querySelectorAll('li').length)).toBeLessThanOrEqual(75);
  expect(await axeViolations(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(composer).toBeFocused();
  await expect(composer).toHaveValue('One moment');
  await expect(page.locator('mark')).toHaveCount(0);
});

test('with the pointer; nothing moves that the agent did not move', async ({ world }) => {
  const ana = await world.open('ana');
  const { page, transcript } = ana;
  await openLong(ana);
  await openSearch(ana, () => button(page).click());
  await page.keyboard.type('thank you, parcel 2');
  await expect(current(page)).toBeInViewport();
  for (let step = 0; step < 4; step += 1) await search(page).getByRole('button', { name: 'Earlier match' }).click();
  await expect(search(page).getByText(/^5 of/)).toBeVisible();

  // A text comes in that matches, and earlier ones do.
  const before = await standing(ana);
  await world.control('customer-writes', { interactionId: 'sms-132', text: 'Thank you, parcel 2 is here' });
  await expect(search(page).getByText(/^6 of/)).toBeVisible();
  expect(await standing(ana)).toEqual(before);
  await page.keyboard.press('Tab');
  await field(page).fill('no such text');
  await expect(search(page).getByText('No matches')).toBeVisible();
  const still = await standing(ana);
  await readAndClick(search(page).getByRole('button', { name: 'Search earlier messages' }));
  await expect(search(page).getByText('Check the spelling or use fewer words.')).toBeVisible();
  expect(await standing(ana)).toEqual(still);
  await search(page).getByRole('button', { name: 'Close search' }).click();
  await expect(search(page)).toBeHidden();
  await expect(button(page)).toBeFocused();
  await expect(transcript).toBeVisible();
});

test('it belongs to its conversation', async ({ world }) => {
  const ana = await world.open('ana');
  const { page, rail } = ana;
  await openLong(ana);
  await button(page).click();
  await page.keyboard.type('parcel');
  await expect(current(page)).toBeVisible();
  await rail.getByRole('button', { name: /Sam Carter/ }).click();
  await expect(search(page)).toBeHidden();
  await button(page).click();
  await page.keyboard.type('written down');
  await expect(search(page).getByText('No matches')).toBeVisible();
  await openLong(ana);
  await expect(search(page)).toBeHidden();
  await expect(page.locator('mark')).toHaveCount(0);
});

test('what is found while the conversation is still being drawn stays in sight', async ({ world }) => {
  const page = await world.visit('/');
  const tools = await page.context().newCDPSession(page);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto(new URL('/?at=finding-in-conversation&agent=ana&panel=0', page.url()).href);
  await expect(search(page).getByText('2 of 10')).toBeVisible();
  await expect(page.locator('.sms-log [data-index]')).toHaveCount(50);
  await expect(current(page)).toBeInViewport();
});

test.describe('at 320 px, where the page scrolls', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the field stays in sight, and so does what is found', async ({ world }) => {
    const ana = await world.open('ana');
    const { page } = ana;
    await openLong(ana);
    await openSearch(ana, () => page.keyboard.press('Alt+Shift+L'));
    await page.keyboard.type('parcel 25');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Enter');
    await expect(search(page).getByText(/^4 of \d+/)).toBeVisible();
    await expect(field(page)).toBeInViewport({ ratio: 1 });
    await expect(current(page)).toBeInViewport({ ratio: 1 });
    await fitsSideways(page, 'finding');
    expect(await cutOff(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('in Arabic, too', async ({ world }) => {
    const page = await world.visit('/?at=finding-in-conversation&locale=ar');
    const bar = page.getByRole('search', { name: 'البحث في المحادثة' });
    await expect(bar.getByText('2 من 10')).toBeVisible();
    await bar.getByRole('button', { name: 'نتيجة أقدم' }).click();
    await expect(bar.getByText('3 من 10')).toBeVisible();
    await expect(current(page)).toBeInViewport({ ratio: 1 });
    await fitsSideways(page, 'finding in Arabic');
    expect(await cutOff(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
  });
});
