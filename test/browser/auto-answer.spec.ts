import { axeViolations } from './support/accessibility';
import { cutOff, fitsSideways } from './support/fits';
import { expect, test } from './support/world';
import type { World } from './support/world';

const accepts = async (world: World) =>
  (await world.commands()).filter(({ command }) => command.type === 'acceptInvitation');

test.describe('a transfer', () => {
  test.use({ scenario: 'incoming-transfer' });

  test('is accepted by itself when the preview has said so, and opens without taking the focus', async ({ world }) => {
    const bianca = await world.open('bianca', { auto: '20' });
    await expect(bianca.preview.getByText(/^Accepted for you in \d+ seconds?$/)).toBeVisible();
    await bianca.incoming.getByRole('heading', { level: 2 }).focus();
    await world.advance(20_000);
    await expect(bianca.window()).toBeVisible();
    await expect(bianca.composer).not.toBeFocused();
    await expect(bianca.incoming.getByText('The conversation with Sam Carter is yours')).toBeVisible();
    expect(await accepts(world)).toHaveLength(1);
  });

  test('is accepted earlier by a press, and then opens as ever', async ({ world }) => {
    const bianca = await world.open('bianca', { auto: '60' });
    await bianca.answer('Accept');
    await expect(bianca.composer).toBeFocused();
    expect(await accepts(world)).toHaveLength(1);
  });

  test('of two windows of the agent one accepts', async ({ world }) => {
    const first = await world.open('bianca', { auto: '20' });
    const second = await world.open('bianca', { auto: '20' });
    await expect(first.preview.getByText(/^Accepted for you/)).toBeVisible();
    await expect(second.preview.getByText(/^Accepted for you/)).toBeVisible();
    await world.advance(23_000);
    for (const desktop of [first, second]) await expect(desktop.window()).toBeVisible();
    await world.advance(10_000);
    expect(await accepts(world)).toHaveLength(1);
    for (const desktop of [first, second]) await expect(desktop.incoming.getByText(/could not be/)).toHaveCount(0);
  });
});

test.describe('a new conversation, at once', () => {
  test.use({ scenario: 'inbound' });

  test('comes without a card, and who writes goes on writing to the same customer', async ({ world }) => {
    const ana = await world.open('ana', { auto: '0' });
    await ana.composer.click();
    await ana.page.keyboard.type('Your refund ');
    await world.advance(2000);
    await expect(ana.rail.getByText('Noor Haddad')).toBeVisible();
    await expect(ana.preview).toHaveCount(0);
    await ana.page.keyboard.type('is on its way');
    await expect(ana.composer).toHaveValue('Your refund is on its way');
    await expect(ana.composer).toHaveAccessibleName(/Sam Carter/);
    expect(await accepts(world)).toHaveLength(1);
  });

  test('opens in front of an agent who does not write', async ({ world }) => {
    const ana = await world.open('ana', { auto: '0' });
    await world.advance(2000);
    await expect(ana.window('Noor Haddad')).toBeVisible();
    await expect(ana.composer).not.toBeFocused();
  });
});

for (const query of ['', '&locale=ar', '&theme=contrast-dark&locale=de'])
  test(`the card that says so fits into 320 px, nothing is cut off (${query || 'English'})`, async ({ world }) => {
    const page = await world.visit(`/?at=auto-answer&panel=0${query}`);
    await page.setViewportSize({ width: 320, height: 640 });
    const card = page.getByRole('article');
    await card.locator('[part~="open"]').focus();
    await page.keyboard.press('Enter');
    await expect(card.locator('[part~="auto-answer"]')).toContainText(/10|١٠/);
    await fitsSideways(page, query);
    expect(await cutOff(page)).toEqual([]);
    expect(await axeViolations(page, '.region-incoming')).toEqual([]);
  });
