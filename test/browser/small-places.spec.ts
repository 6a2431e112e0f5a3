import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/host-pages';
import { finishMotion } from './support/motion';

/** Gives a place this size, and nothing beyond it is seen. */
async function shrink(page: Page, id: string, width: number, height?: number): Promise<void> {
  const style = { width: `${width}px`, overflow: 'hidden', ...(height === undefined ? {} : { height: `${height}px` }) };
  await page.locator(`#${id}`).evaluate((place, given) => {
    for (const [name, value] of Object.entries(given)) place.style.setProperty(name, value, 'important');
  }, style);
}

async function expectWithin(page: Page, id: string, ...pieces: Locator[]): Promise<void> {
  await finishMotion(page);
  const place = await boxOf(page.locator(`#${id}`));
  for (const piece of pieces) {
    const box = await boxOf(piece);
    const seen = {
      left: box.x >= place.x,
      right: box.x + box.width <= place.x + place.width,
      top: box.y >= place.y,
      bottom: box.y + box.height <= place.y + place.height,
    };
    expect(seen, String(piece)).toEqual({ left: true, right: true, top: true, bottom: true });
  }
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${String(locator)} takes no room.`);
  return box;
}

// What docs/behaviour/host-page.md calls the least room of each module.
test('each module can be worked in, in the smallest place that it is promised to fit', async ({ hosts }) => {
  const ana = await hosts.open('clean', 'ana');
  const bianca = await hosts.open('clean', 'bianca');
  await shrink(ana.page, 'sms', 320, 360);
  await shrink(ana.page, 'team', 272, 320);
  await shrink(bianca.page, 'incoming', 272);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const conversation = [ana.transferButton, button(ana.page, 'End'), ana.composer, button(ana.page, 'Send')];

  await expect(ana.composer).toBeVisible();
  await expectWithin(ana.page, 'sms', ...conversation);
  const menu = await ana.openActionMenu('Bianca Okafor');
  await expectWithin(ana.page, 'team', ana.search, button(ana.page, 'Actions for Bianca Okafor'));
  await menu.getByRole('menuitem', { name: /^SMS transfer/ }).click();
  await expect(ana.banner(/^Information: Waiting/)).toBeVisible();
  await expectWithin(ana.page, 'sms', ...conversation, button(ana.page, 'Cancel transfer'));

  await expect(bianca.preview).toBeVisible();
  await expectWithin(
    bianca.page,
    'incoming',
    button(bianca.page, 'Accept'),
    button(bianca.page, 'Reject'),
    button(bianca.page, 'Give me more time'),
  );
  await bianca.answer('Reject');
  await expect(ana.banner(/declined the transfer/)).toBeVisible();
  await expectWithin(ana.page, 'sms', ...conversation, button(ana.page, 'Find another target'));
});
