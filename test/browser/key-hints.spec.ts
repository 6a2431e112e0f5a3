import type { Locator } from '@playwright/test';
import type { Desktop } from './support/desktop';
import { boxOf } from './support/fits';
import { expect, test } from './support/world';
import type { World } from './support/world';

const tooltip = ({ page }: Desktop): Locator => page.locator('.b-tooltip-text').filter({ visible: true });

/** Puts the pointer on a control, and away again. */
async function shows(desktop: Desktop, control: Locator, text: string): Promise<void> {
  await control.hover();
  await expect(tooltip(desktop)).toHaveText(text);
  await desktop.page.mouse.move(0, 0);
  await expect(tooltip(desktop)).toHaveCount(0);
}

async function invited(world: World): Promise<{ ana: Desktop; bianca: Desktop }> {
  const bianca = await world.open('bianca');
  const ana = await world.open('ana');
  await ana.transferTo('Bianca Okafor');
  await expect(bianca.preview).toBeVisible();
  return { ana, bianca };
}

for (const { system, keys } of [
  { system: 'MacIntel', keys: 'Control+Shift' },
  { system: 'Win32', keys: 'Alt+Shift' },
]) {
  test(`controls show the keys of this machine: ${system}`, async ({ world }) => {
    const first = await world.visit('/');
    await first.context().addInitScript((name) => {
      Object.defineProperty(Navigator.prototype, 'platform', { get: () => name });
    }, system);
    await first.close();
    const { ana, bianca } = await invited(world);
    const button = ({ page }: Desktop, name: string) => page.getByRole('button', { name, exact: true });

    await shows(bianca, button(bianca, 'Accept'), `${keys}+A`);
    await shows(bianca, button(bianca, 'Reject'), `${keys}+R`);
    await shows(bianca, button(bianca, 'Give me more time'), `${keys}+M`);
    await shows(ana, button(ana, 'Cancel transfer'), `${keys}+C`);
    await shows(ana, ana.myMessagesButton, `${keys}+N`);
    await shows(ana, button(ana, 'Keyboard shortcuts'), `Keyboard shortcuts${keys}+/`);
    await shows(ana, button(ana, 'Find a colleague'), `Find a colleague${keys}+F`);
    await expect(ana.composer).toHaveAttribute('placeholder', `Write a text message (${keys}+E)`);
    await button(ana, 'Cancel transfer').click();
    await shows(ana, ana.transferButton, `${keys}+T`);
    await ana.transferButton.click();
    await shows(ana, ana.search, `${keys}+F`);
  });
}

test('a tooltip lies across no banner, and Esc hides it wherever the focus is', async ({ world }) => {
  const { ana, bianca } = await invited(world);
  await bianca.answer('Reject');
  const banner = ana.banner('Bianca Okafor declined the transfer');
  await expect(banner).toBeVisible();

  await ana.transferButton.hover();
  await expect(tooltip(ana)).toHaveText('Alt+Shift+T');
  const tip = await boxOf(tooltip(ana));
  for (const text of await banner.locator('.b-banner-title, .b-banner-help').all()) {
    const { x, y, width, height } = await boxOf(text);
    const apart = tip.x >= x + width || x >= tip.x + tip.width || tip.y >= y + height || y >= tip.y + tip.height;
    expect(apart, JSON.stringify({ tip, text: { x, y, width, height } })).toBe(true);
  }
  await ana.page.keyboard.press('Escape');
  await expect(tooltip(ana)).toHaveCount(0);
});

test.describe('connection-lost', () => {
  test.use({ scenario: 'connection-lost' });

  test('no tooltip repeats why nothing can be done while the connection is lost', async ({ world }) => {
    const ana = await world.open('ana');
    await world.advance(20_000);
    await expect(ana.transferButton).toHaveAccessibleDescription('Not possible while the connection is lost');
    for (const name of ['Transfer', 'End', 'Send']) {
      await ana.page.getByRole('main').getByRole('button', { name, exact: true }).hover();
      await expect(tooltip(ana)).toHaveCount(0);
    }
  });
});
