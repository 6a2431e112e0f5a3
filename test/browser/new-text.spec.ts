import type { Page } from '@playwright/test';
import { axeViolations } from './support/accessibility';
import { readAndClick } from './support/pointer';
import { expect, test } from './support/world';
import type { World } from './support/world';

test.use({ scenario: 'outbound' });

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'New text message' });
const message = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'Message' });
const send = (page: Page) => dialogOf(page).getByRole('button', { name: 'Send' });
const starts = async (world: World) =>
  (await world.commands()).filter(({ command }) => command.type === 'startInteraction');

async function fillIn(page: Page, number: string) {
  await readAndClick(page.getByRole('button', { name: 'New text message' }));
  await dialogOf(page).getByRole('textbox', { name: 'To' }).click();
  await page.keyboard.type(number);
  await message(page).click();
  await page.keyboard.type('Your parcel is here.');
}

test('by pointer: a text to a number begins a conversation, which comes to the front', async ({ world }) => {
  const { page, transcript, composer } = await world.open('ana');
  await fillIn(page, '07700 900160');
  await expect(dialogOf(page).getByText('Goes to +44 7700 900160')).toBeVisible();
  await dialogOf(page).getByRole('combobox', { name: 'From' }).selectOption('Delivery');
  expect(await axeViolations(page)).toEqual([]);
  await readAndClick(send(page));
  await expect(transcript.getByText('Your parcel is here.')).toBeVisible();
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(composer).toBeFocused();
  expect(await starts(world)).toMatchObject([{ command: { to: '+447700900160', from: 'delivery' } }]);
});

test('by keyboard: a held Enter sends once', async ({ world }) => {
  const { page, transcript } = await world.open('ana');
  await page.keyboard.press('Alt+Shift+X');
  await expect(dialogOf(page).getByRole('textbox', { name: 'To' })).toBeFocused();
  await page.keyboard.type('+44 7700 900160');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Your parcel is here.');
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(transcript.getByText('Your parcel is here.')).toHaveCount(1);
  expect(await starts(world)).toHaveLength(1);
});

test('a colleague’s conversation, a landline and an opt-out are refused with the reason; the text is kept', async ({
  world,
}) => {
  const { page } = await world.open('ana');
  await fillIn(page, '07700 900150');
  const to = dialogOf(page).getByRole('textbox', { name: 'To' });
  await readAndClick(send(page));
  await expect(dialogOf(page).getByText('Bianca Okafor has a conversation with this number.')).toBeVisible();
  for (const [number, reason] of [
    ['020 7946 0100', 'This number cannot receive text messages.'],
    ['07700 900151', 'This customer has opted out of messages, until they send START.'],
  ] as const) {
    await to.fill(number);
    await readAndClick(send(page));
    await expect(dialogOf(page).getByText(reason, { exact: true })).toBeVisible();
  }
  await expect(message(page)).toHaveValue('Your parcel is here.');
  await page.keyboard.press('Escape');
  await page.reload();
  await readAndClick(page.getByRole('button', { name: 'New text message' }));
  await expect(message(page)).toHaveValue('Your parcel is here.');
});

test('two windows of the agent begin one conversation, and both show it', async ({ world }) => {
  const [one, two] = [await world.open('ana'), await world.open('ana')];
  await fillIn(one.page, '07700 900160');
  await two.page.reload();
  await readAndClick(two.page.getByRole('button', { name: 'New text message' }));
  await expect(message(two.page)).toHaveValue('Your parcel is here.');
  await readAndClick(send(one.page));
  await expect(one.transcript.getByText('Your parcel is here.')).toBeVisible();
  // The other window offers what there is, and nothing else.
  await expect(send(two.page)).toBeDisabled();
  await readAndClick(dialogOf(two.page).getByRole('listitem').getByRole('button'));
  for (const { page, transcript } of [one, two]) {
    await expect(dialogOf(page)).toHaveCount(0);
    await expect(transcript.getByText('Your parcel is here.')).toBeVisible();
  }
  expect((await starts(world)).filter(({ refused }) => refused === undefined)).toHaveLength(1);
});

for (const locale of ['en-GB', 'ar']) {
  test.describe(`at 320 px in ${locale}`, () => {
    test.use({ viewport: { width: 320, height: 640 } });

    test('everything fits and nothing is wrong to axe', async ({ world }) => {
      const page = await world.visit(`/?agent=ana&scenario=outbound&locale=${locale}`);
      await page.locator('[part~="rail"]').click();
      await page.locator('[part~="new-text-open"]').click();
      const dialog = page.locator('dialog[open]');
      await expect(dialog.locator('input')).toBeFocused();
      await page.keyboard.type('+44 7700 900150');
      await dialog.locator('textarea').fill('Your parcel is here.');
      await dialog.locator('[part~="send"]').click();
      await expect(dialog).toContainText('Bianca Okafor');
      expect(await axeViolations(page)).toEqual([]);
      expect(await dialog.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    });
  });
}
