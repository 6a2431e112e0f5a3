import type { Page } from '@playwright/test';
import { expect, test } from './support/world';

const tray = (page: Page) => page.getByRole('region', { name: 'Being handed over' });
const row = (page: Page, name: string) => tray(page).getByRole('group', { name });

async function offerSamTo(page: Page, target: string): Promise<void> {
  await row(page, 'Sam Carter').getByRole('button', { name: 'Offer to someone else' }).click();
  await expect(page.getByRole('searchbox', { name: 'Find a target' })).toBeFocused();
  await page
    .getByRole('button', { name: `Actions for ${target}` })
    .first()
    .click();
  await page.getByRole('menuitem', { name: /^SMS transfer/ }).click();
}

test('pending transfers stand in one place, where each is cancelled or offered to someone else', async ({ world }) => {
  const page = await world.visit('/?at=being-handed-over');
  await expect(row(page, 'Olu Adeyemi')).toContainText('David Lindqvist declined – asking Bianca Okafor.');
  await offerSamTo(page, 'Chen Wei');
  await expect(row(page, 'Sam Carter')).toContainText('Waiting for Chen Wei to accept');
  await expect(row(page, 'Sam Carter').getByRole('button', { name: 'Cancel' })).toBeFocused();

  await row(page, 'Olu Adeyemi').getByRole('button', { name: 'Cancel' }).click();
  await expect(row(page, 'Olu Adeyemi')).toContainText('Transfer cancelled');
  await page.mouse.move(700, 400);
  await page.getByRole('textbox', { name: /^Message to / }).click();
  await expect(row(page, 'Olu Adeyemi')).toBeHidden();
  await expect(tray(page).getByRole('heading')).toHaveText(/Being handed over\s*1/);
});

test('in a narrow window too', async ({ world }) => {
  const page = await world.visit('/?at=being-handed-over');
  await page.setViewportSize({ width: 400, height: 800 });
  await page.getByRole('button', { name: /^Interactions/ }).click();
  await offerSamTo(page, 'Chen Wei');
  await expect(page.getByRole('main').getByRole('group', { name: 'Waiting for Chen Wei to accept' })).toBeVisible();
});

test.describe('of many conversations', () => {
  test.use({ scenario: 'many-conversations', viewport: { width: 1440, height: 700 } });

  test('no row that has the focus is covered by it', async ({ world }) => {
    const ana = await world.open('ana');
    await world.open('bianca');
    await ana.rail.locator('[aria-current="true"]').click();
    await ana.transferTo('Bianca Okafor');
    await expect(tray(ana.page)).toBeVisible();
    await ana.rail.locator('[aria-current="true"]').focus();
    const focused = ana.rail.getByRole('list').first().locator(':focus');
    for (let press = 0; press < 20; press += 1) {
      await ana.page.keyboard.press('ArrowDown');
      const [row, below] = [await focused.boundingBox(), await tray(ana.page).boundingBox()];
      expect((row?.y ?? Infinity) + (row?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    }
  });
});
