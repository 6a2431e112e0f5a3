import { axeViolations } from './support/accessibility';
import { cutOff, fitsSideways } from './support/fits';
import { readAndClick } from './support/pointer';
import { expect, test } from './support/world';
import type { Page } from '@playwright/test';

/** Everything that the page says, also in shadow roots and to screen readers, without what is not drawn. */
const said = (page: Page) => page.locator('body').innerText();

test.describe('a locked desktop', () => {
  test('hides the customer, from the first moment; a press unlocks it, and the draft is there', async ({ world }) => {
    const before = await world.open('ana');
    await before.composer.click();
    await before.page.keyboard.type('One mom');
    await expect(before.composer).toHaveValue('One mom');
    const ana = await world.open('ana', { lock: '0' });
    const main = ana.page.getByRole('main');
    await expect(main.getByRole('heading', { name: 'Locked' })).toBeVisible();
    // The other window of the agent, too.
    await expect(before.page.getByRole('main').getByRole('heading', { name: 'Locked' })).toBeVisible();
    for (const page of [ana.page, before.page]) {
      await expect(page.getByText('Sam Carter')).toHaveCount(0);
      expect(await said(page)).not.toMatch(/Sam Carter|7700|invoice/);
      expect(await page.title()).not.toContain('Sam');
    }
    expect(await axeViolations(ana.page)).toEqual([]);

    await main.getByRole('button', { name: 'Unlock' }).click();
    for (const desktop of [ana, before]) {
      await expect(desktop.window()).toBeVisible();
      await expect(desktop.composer).toHaveValue('One mom');
    }
    // Its agent is where they were.
    await expect(before.composer).toBeFocused();
  });

  test('is unlocked by keyboard, and its keys do nothing before', async ({ world }) => {
    const ana = await world.open('ana', { lock: '0' });
    const unlock = ana.page.getByRole('main').getByRole('button', { name: 'Unlock' });
    await expect(unlock).toBeVisible();
    await ana.page.keyboard.press('Alt+Shift+T');
    await expect(ana.team).toBeHidden();
    await unlock.focus();
    await ana.page.keyboard.press('Enter');
    await expect(ana.window()).toBeVisible();
  });
});

test.describe('an invitation', () => {
  test.use({ scenario: 'incoming-transfer' });

  test('that comes while it is locked runs, and can be accepted once it is unlocked', async ({ world }) => {
    const bianca = await world.open('bianca', { lock: '0' });
    await expect(bianca.preview.getByRole('timer')).toBeVisible();
    await expect(bianca.preview.getByRole('button', { name: 'Accept', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    expect(await said(bianca.page)).not.toMatch(/Sam Carter|7700|Charged twice/);
    await readAndClick(bianca.incoming.getByRole('button', { name: 'Unlock' }));
    await expect(bianca.preview.getByText('Sam Carter')).toBeVisible();
    await bianca.answer('Accept');
    await expect(bianca.window()).toBeVisible();
  });
});

for (const query of ['', '&locale=ar', '&theme=contrast-light&locale=de'])
  test(`a locked desktop fits into 320 px, nothing is cut off (${query || 'English'})`, async ({ world }) => {
    const page = await world.visit(`/?at=invited-while-locked&panel=0${query}`);
    await page.setViewportSize({ width: 320, height: 640 });
    await expect(page.getByRole('article')).toBeVisible();
    await fitsSideways(page, query);
    expect(await cutOff(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
  });
