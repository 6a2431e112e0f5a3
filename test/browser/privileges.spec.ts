import { axeViolations } from './support/accessibility';
import { cutOff, fitsSideways } from './support/fits';
import { read } from './support/pointer';
import { expect, test } from './support/world';

const reason = 'Your role does not allow you to reject';

test('a role that may not reject: no button, no keys, the reason in its place; accepting goes by pointer', async ({
  world,
}) => {
  const page = await world.visit('/?at=reject-not-allowed&panel=0');
  const card = page.getByRole('article');
  await expect(card.getByText(reason)).toBeVisible();
  await expect(card.getByRole('button', { name: 'Reject', exact: true })).toHaveCount(0);
  await page.keyboard.press('Alt+Shift+R');
  await expect(card.getByText(reason)).toBeVisible();
  expect(await axeViolations(page, '.region-incoming')).toEqual([]);
  await read(card);
  await card.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('button', { name: 'Transfer', exact: true })).toHaveAccessibleDescription(
    'Your role does not allow you to transfer conversations',
  );
});

for (const [name, query] of [
  ['320 px', ''],
  ['320 px, right to left', '&locale=ar'],
] as const)
  test(`a role that may not reject, ${name}: by keyboard, and nothing is cut off`, async ({ world }) => {
    const page = await world.visit(`/?at=reject-not-allowed&panel=0${query}`);
    await page.setViewportSize({ width: 320, height: 640 });
    const card = page.getByRole('article');
    await card.locator('[part~="open"]').focus();
    await page.keyboard.press('Enter');
    await expect(card.locator('[part~="not-allowed"]')).toBeVisible();
    await fitsSideways(page, name);
    expect(await cutOff(page)).toEqual([]);
    expect(await axeViolations(page, '.region-incoming')).toEqual([]);
    await card.locator('[part~="accept"]').focus();
    await page.keyboard.press('Enter');
    await expect(card).toHaveCount(0);
  });
