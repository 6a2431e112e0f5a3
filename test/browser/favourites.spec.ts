import { axeViolations } from './support/accessibility';
import { cutOff, fitsSideways } from './support/fits';
import { readAndClick } from './support/pointer';
import { expect, test } from './support/world';

for (const { name, size, query } of [
  { name: '1440', size: { width: 1440, height: 900 }, query: {} },
  { name: '320', size: { width: 320, height: 640 }, query: {} },
  { name: '320, right to left', size: { width: 320, height: 640 }, query: { dir: 'rtl' } },
])
  test.describe(name, () => {
    test.use({ viewport: size });

    test('K8-7 by pointer: a favourite, then one press that confirms', async ({ world }) => {
      await world.open('bianca');
      const ana = await world.open('ana', query);
      await ana.page.getByRole('button', { name: 'Transfer to a favourite' }).click();
      const menu = ana.page.getByRole('menu', { name: 'Transfer to a favourite' });
      const favourite = menu.getByRole('menuitem', { name: 'Bianca Okafor' });
      await expect(favourite).toBeVisible();
      await fitsSideways(ana.page, 'menu');
      expect(await cutOff(ana.page)).toEqual([]);
      expect(await axeViolations(ana.page)).toEqual([]);
      await readAndClick(favourite);
      const question = ana.page.getByRole('dialog', {
        name: 'Transfer the conversation with Sam Carter to Bianca Okafor?',
      });
      await expect(question).toBeVisible();
      await expect(ana.banner(/Waiting for/)).toHaveCount(0);
      await fitsSideways(ana.page, 'question');
      expect(await cutOff(ana.page)).toEqual([]);
      expect(await axeViolations(ana.page)).toEqual([]);
      await readAndClick(question.getByRole('button', { name: 'Transfer', exact: true }));
      await expect(ana.banner(/Bianca Okafor/)).toBeVisible();
      await expect(ana.composer).toBeFocused();
    });
  });

test('K8-7 by keyboard: down, down, Enter, Enter; a held Enter confirms nothing', async ({ world }) => {
  const ana = await world.open('ana');
  await world.open('bianca');
  await ana.page.getByRole('button', { name: 'Transfer to a favourite' }).focus();
  await ana.page.keyboard.press('ArrowDown');
  await expect(ana.page.getByRole('menuitem', { name: 'Bianca Okafor' })).toBeFocused();
  await ana.page.keyboard.press('ArrowDown');
  await ana.page.keyboard.press('ArrowUp');
  await ana.page.keyboard.down('Enter');
  await ana.page.keyboard.down('Enter');
  await ana.page.keyboard.down('Enter');
  await ana.page.keyboard.up('Enter');
  const question = ana.page.getByRole('dialog', { name: /to Bianca Okafor\?$/ });
  await expect(question).toBeVisible();
  await expect(ana.banner(/Waiting for/)).toHaveCount(0);
  await ana.page.keyboard.press('Enter');
  await expect(ana.banner('Waiting for Bianca Okafor to accept')).toBeVisible();
});

test('K8-7 Transfer itself opens Team Communicator to the letter', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.transferButton.click();
  await expect(ana.search).toBeFocused();
  await expect(ana.page.getByRole('menu')).toHaveCount(0);
});
