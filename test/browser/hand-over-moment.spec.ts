import { boxOf } from './support/fits';
import { finishMotion } from './support/motion';
import { readAndClick } from './support/pointer';
import { expect, test } from './support/world';

test('K5-1 the sender sees the time left, which turns urgent', async ({ world }) => {
  const page = await world.visit('/?at=inviting-8-seconds-left&panel=0');
  const fill = page.locator('.b-banner .b-countdown-fill');
  await expect(fill).toBeVisible();
  await expect(fill).toHaveClass(/b-countdown-urgent/);
  await finishMotion(page);
  const [bar, banner] = [await boxOf(page.locator('.b-banner .b-countdown')), await boxOf(page.locator('.b-banner'))];
  expect(bar.height).toBe(4);
  expect(bar.y).toBe(banner.y + 1);
  const early = await world.visit('/?at=inviting&panel=0');
  await expect(early.locator('.b-banner .b-countdown-fill')).toBeVisible();
  await expect(early.locator('.b-countdown-urgent')).toHaveCount(0);
});

test.describe('with several conversations', () => {
  test.use({ scenario: 'busy-agent' });

  test('K5-2 the list keeps a receipt in place of the row, and the next conversation opens without the focus', async ({
    world,
  }) => {
    const [ana, bianca] = [await world.open('ana'), await world.open('bianca')];
    const list = ana.page.getByRole('navigation', { name: 'Interactions' });
    const row = list.getByRole('button', { name: /^Sam Carter/ });
    await readAndClick(row);
    await ana.transferTo('Bianca Okafor');
    const before = await boxOf(row);
    await bianca.answer('Accept');
    const receipt = list.getByText(/^Bianca Okafor has the conversation with Sam Carter$/);
    await expect(receipt).toBeVisible();
    await expect(row).toHaveCount(0);
    expect((await boxOf(list.locator('.interactions-receipt'))).height).toBeCloseTo(before.height, 1);
    // No blank page: another conversation is there, and nobody writes in it by accident.
    await expect(ana.composer).toBeVisible();
    await expect(ana.composer).not.toBeFocused();
  });
});
