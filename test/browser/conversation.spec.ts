import type { Locator } from '@playwright/test';
import { boxOf } from './support/fits';
import { readAndClick } from './support/pointer';
import { expect, test } from './support/world';

const bubble = (transcript: Locator, text: string) => transcript.getByRole('listitem').filter({ hasText: text });

test.describe('wide', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('K3-1 what is said and written stands in one column, from the bottom', async ({ world }) => {
    const ana = await world.open('ana');
    const rows = await boxOf(ana.transcript.getByRole('list'));
    const box = await boxOf(ana.page.locator('.sms-box'));
    const log = await boxOf(ana.transcript);
    expect(rows.width).toBe(736);
    expect([box.x, box.width]).toEqual([rows.x, 736]);
    expect(rows.x - log.x).toBe(log.x + log.width - rows.x - rows.width);
    expect(log.y + log.height - rows.y - rows.height).toBeLessThanOrEqual(16);
    await ana.say('A line that is so long that it does not fit into one bubble beside others. '.repeat(3));
    const long = await boxOf(bubble(ana.transcript, 'A line that is so long').locator('.sms-bubble'));
    expect(long.width).toBeLessThanOrEqual(512);
    expect(long.x + long.width).toBe(rows.x + rows.width);
  });

  test('K3-1 opening Team Communicator breaks no line anew', async ({ world }) => {
    const ana = await world.open('ana');
    await ana.say('A line that is so long that it does not fit into one bubble beside others. '.repeat(3));
    const heights = () =>
      ana.transcript.getByRole('listitem').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    const before = await heights();
    await readAndClick(ana.transferButton);
    await expect(ana.page.getByRole('row', { name: /^Chen Wei/ })).toBeVisible();
    expect(await heights()).toEqual(before);
  });
});

test('K3-2 the customer’s name is in the header, and each time can be read in full', async ({ world }) => {
  const ana = await world.open('ana');
  const last = bubble(ana.transcript, 'Are you still there?');
  await expect(last.getByText('Sam Carter', { exact: true })).toHaveCount(0);
  await expect(last.locator('time')).toHaveAttribute('title', /\d{4} at \d{2}:\d{2}$/);
});

test('K3-3, K3-4 whoever takes over sees whose words they are, and where it changed hands', async ({ world }) => {
  const [ana, bianca] = [await world.open('ana'), await world.open('bianca')];
  await ana.say('I am asking Billing');
  await ana.transferTo('Bianca Okafor');
  await bianca.answer('Accept');
  const words = bubble(bianca.transcript, 'I am asking Billing');
  await expect(words).toContainText('Ana Ruiz');
  const customers = bubble(bianca.transcript, 'Are you still there?').locator('.sms-bubble');
  const colour = (element: Locator) => element.evaluate((it) => getComputedStyle(it).backgroundColor);
  await bianca.say('I have it now');
  const own = bubble(bianca.transcript, 'I have it now').locator('.sms-bubble');
  const colours = await Promise.all([words.locator('.sms-bubble'), customers, own].map(colour));
  expect(new Set(colours).size).toBe(3);
  const moved = bianca.transcript.getByText(/^Ana Ruiz handed over to you · /);
  await expect(moved).toBeVisible();
  const line = await boxOf(moved.locator('..'));
  expect(line.width).toBe((await boxOf(bianca.transcript.getByRole('list'))).width);
});

test('K3-5 what arrives during a hand-over says so on both sides', async ({ world }) => {
  const [ana, bianca] = [await world.open('ana'), await world.open('bianca')];
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toBeVisible();
  await world.control('customer-writes', { interactionId: 'sms-1001', text: 'One more thing' });
  await expect(bubble(ana.transcript, 'One more thing')).toContainText('arrived during the hand-over');
  await bianca.answer('Accept');
  await expect(bubble(bianca.transcript, 'One more thing')).toContainText('arrived during the hand-over');
});

test('K3-6 hint and counter are there when they are of use, and move nothing', async ({ world }) => {
  const ana = await world.open('ana');
  const hint = ana.page.locator('.sms-hint');
  const counter = ana.page.locator('.sms-counter');
  await ana.transcript.focus();
  await expect(hint).toBeHidden();
  await expect(counter).toBeHidden();
  const before = await boxOf(ana.composer);
  await readAndClick(ana.composer);
  await expect(hint).toBeVisible();
  await ana.page.keyboard.type('H');
  await expect(counter).toHaveText(/^1 of 160/);
  await expect(counter).toBeVisible();
  expect(await boxOf(ana.composer)).toEqual(before);
});

test('K3-6 a template is found with "/", and with the pointer, and is sent by nothing but Send', async ({ world }) => {
  const page = await world.visit('/?at=templates');
  const composer = page.getByRole('textbox', { name: /^Message to/ });
  const list = page.getByRole('listbox', { name: 'Templates' });
  await expect(list.getByRole('option')).toHaveCount(6);
  await page.keyboard.type('parcel');
  await page.keyboard.press('Enter');
  await expect(composer).toHaveValue('Your parcel {parcel} is on its way. It should come by {day}.');
  // The first field is selected.
  await page.keyboard.type('77');
  await expect(composer).toHaveValue('Your parcel 77 is on its way. It should come by {day}.');
  await expect(list).toBeHidden();
  await page.keyboard.press('End');
  await readAndClick(page.getByRole('button', { name: 'Templates' }));
  await readAndClick(list.getByRole('option', { name: /^Farewell/ }));
  await expect(composer).toHaveValue(/ by \{day\}\.You are welcome, Sam Carter\./);
  await expect(page.getByRole('log').getByText('Your parcel')).toHaveCount(0);
});
