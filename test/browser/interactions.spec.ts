import type { Page } from '@playwright/test';
import { axeViolations } from './support/accessibility';
import type { Desktop } from './support/desktop';
import { readAndClick } from './support/pointer';
import { expect, test } from './support/world';

test.use({ scenario: 'busy-agent' });

const rows = ({ rail }: Desktop) => rail.getByRole('listitem').getByRole('button');
const row = ({ rail }: Desktop, name: string) => rail.getByRole('button', { name });
const names = (desktop: Desktop) =>
  rows(desktop).evaluateAll((all) => all.map((one) => one.querySelector('bdi')?.textContent));
const writes = (control: (name: string, body: object) => Promise<void>, interactionId: string, text: string) =>
  control('customer-writes', { interactionId, text });

test('K1-2, K1-3 the list counts who waits, and who waits longest stands first', async ({ world }) => {
  const ana = await world.open('ana');
  await expect(ana.rail.getByRole('heading')).toHaveText(/Interactions\s*9 · \d waiting/);
  expect((await names(ana)).slice(0, 2)).toEqual(['Priya Nair', 'Olu Adeyemi']);
  await expect(row(ana, 'Priya Nair')).toContainText('Not sent');
  await expect(row(ana, 'Olu Adeyemi')).toHaveAccessibleName(/2 unread messages/);
  await expect(ana.page).toHaveTitle(/waiting · Baton$/);
});

test('K1-3 nothing moves under the pointer; the order follows when it leaves', async ({ world }) => {
  const ana = await world.open('ana');
  await row(ana, 'Olu Adeyemi').hover();
  const before = await names(ana);
  await writes(world.control, 'sms-127', 'ありがとう');
  await expect(row(ana, '佐藤 さくら')).toHaveAccessibleName(/1 unread message/);
  expect(await names(ana)).toEqual(before);
  await ana.composer.hover();
  await expect.poll(() => names(ana)).not.toEqual(before);
});

test('K1-8 texts are unread until they are shown, also in another window and after a reload', async ({ world }) => {
  const ana = await world.open('ana');
  await readAndClick(row(ana, 'Olu Adeyemi'));
  await expect(ana.composer).toBeFocused();
  await expect(row(ana, 'Olu Adeyemi')).not.toHaveAccessibleName(/unread/);
  await readAndClick(row(ana, 'Dana Whitlock'));
  await writes(world.control, 'sms-125', 'Hello?');
  await expect(row(ana, 'Olu Adeyemi')).toHaveAccessibleName(/1 unread message(?!s)/);
  await ana.page.reload();
  await expect(row(ana, 'Olu Adeyemi')).toHaveAccessibleName(/1 unread message(?!s)/);

  const second = await world.open('ana');
  await expect(row(second, 'Olu Adeyemi')).toHaveAccessibleName(/1 unread message(?!s)/);
  await readAndClick(row(second, 'Olu Adeyemi'));
  for (const desktop of [ana, second]) await expect(row(desktop, 'Olu Adeyemi')).not.toHaveAccessibleName(/unread/);
});

test('K1-5, K1-6 by keyboard: one tab stop, arrows and letters, and keys from anywhere', async ({ world }) => {
  const ana = await world.open('ana');
  const { keyboard } = ana.page;
  await ana.page.locator('[data-region="rail"]').focus();
  await keyboard.press('Tab');
  await expect(ana.rail.getByRole('button', { name: 'New text message' })).toBeFocused();
  await keyboard.press('Tab');
  await expect(ana.rail.locator('[aria-current="true"]')).toBeFocused();
  await keyboard.press('Home');
  await expect(row(ana, 'Priya Nair')).toBeFocused();
  await keyboard.type('o');
  await expect(row(ana, 'Olu Adeyemi')).toBeFocused();
  await keyboard.press('Enter');
  await expect(ana.window('Olu Adeyemi')).toBeVisible();
  await expect(ana.composer).toBeFocused();

  const next = (await names(ana))[2] ?? '';
  await keyboard.press('Alt+Shift+J');
  await expect(ana.window(next)).toBeVisible();
  await keyboard.press('Alt+Shift+K');
  await expect(ana.window('Olu Adeyemi')).toBeVisible();
  await keyboard.press('Alt+Shift+W');
  await expect(ana.window(next)).toBeVisible();
  await expect(ana.composer).toHaveValue('');
});

test('K1-1 a draft, and a transfer that waits, are seen in the rows of other conversations', async ({ world }) => {
  const ana = await world.open('ana');
  await readAndClick(row(ana, 'Dana Whitlock'));
  await ana.page.keyboard.type('I will');
  await ana.transferTo('Leo Marchetti');
  await readAndClick(row(ana, 'Sam Carter'));
  await expect(row(ana, 'Dana Whitlock')).toContainText(/Waiting for .*Leo Marchetti.* 0:\d\d/);
  await expect(row(ana, 'Dana Whitlock')).toContainText('Draft');
});

for (const [name, query] of [
  ['light', ''],
  ['dark, compact', '&theme=dark&density=compact'],
  ['right to left', '&locale=ar'],
] as const) {
  test(`axe finds nothing in the list: ${name}`, async ({ world }) => {
    const page = await world.visit(`/?agent=ana&scenario=busy-agent${query}`);
    await expect(page.locator('.interactions-row')).toHaveCount(9);
    await expect(page.getByRole('textbox')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await clippedNothing(page);
  });
}

/** No row is wider than the list. */
async function clippedNothing(page: Page) {
  const wider = await page
    .locator('.interactions-row')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
  expect(wider).toBe(0);
}

test.describe('narrow', () => {
  test.use({ viewport: { width: 320, height: 720 } });

  test('K1 the list opens on demand, fits, and goes when a conversation is chosen', async ({ world }) => {
    const ana = await world.open('ana');
    await ana.page.getByRole('button', { name: 'Interactions' }).click();
    await expect(row(ana, 'Olu Adeyemi')).toBeVisible();
    await clippedNothing(ana.page);
    await readAndClick(row(ana, 'Olu Adeyemi'));
    await expect(ana.rail).toBeHidden();
    await expect(ana.window('Olu Adeyemi')).toBeVisible();
  });
});

test.describe('in a low window', () => {
  test.use({ viewport: { width: 1440, height: 480 } });

  test('the conversation in front is in sight in the list, however it came there', async ({ world }) => {
    const ana = await world.open('ana');
    const current = ana.rail.locator('[aria-current="true"]');
    await ana.page.mouse.move(800, 200);
    for (let turn = 0; turn < 9; turn += 1) {
      const before = await current.innerText();
      await ana.page.keyboard.press('Alt+Shift+J');
      await expect(current).not.toHaveText(before);
      await expect(current).toBeInViewport({ ratio: 0.95 });
    }
  });
});
