import { Desktop } from './support/desktop';
import { expect, test } from './support/world';

for (const width of [1440, 320])
  test(`K8-5 the chips are one line that scrolls, with counts, at ${width} px`, async ({ world }) => {
    const page = await world.visit('/?at=free-only');
    await page.setViewportSize({ width, height: 700 });
    const chips = new Desktop(page, 'ana').team.getByRole('radiogroup');
    await expect(chips.getByRole('radio', { name: /^Can take it now \d+$/ })).toBeChecked();
    const lines = await chips
      .locator('label')
      .evaluateAll((all) => new Set(all.map((chip) => chip.getBoundingClientRect().top)).size);
    expect(lines).toBe(1);
    // The last one comes into sight when it is chosen, by pointer and by keyboard.
    const last = chips.getByRole('radio').last();
    await last.click();
    await expect(last).toBeChecked();
    await expect(last).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('ArrowRight');
    await expect(chips.getByRole('radio').first()).toBeChecked();
    await expect(chips.getByRole('radio').first()).toBeInViewport({ ratio: 1 });
  });

test('K8-1 a click folds away who is not available; what stands above does not move', async ({ world }) => {
  const page = await world.visit('/?at=unavailable-folded');
  const { team } = new Desktop(page, 'ana');
  const fold = team.getByRole('button', { name: /^Not available/ });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  const before = await fold.boundingBox();
  await fold.click();
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  expect(await fold.boundingBox()).toEqual(before);
  await expect(team.getByRole('row', { name: /Offline/ }).first()).toBeVisible();
});

for (const width of [1440, 320])
  for (const locale of ['en-GB', 'ar'])
    test(`K8-3 who is folded away is found by name, with the reason in the line, at ${width} px in ${locale}`, async ({
      world,
    }) => {
      const page = await world.visit(`/?at=search-unavailable&locale=${locale}`);
      await page.setViewportSize({ width, height: 700 });
      const { team } = new Desktop(page, 'ana');
      const row = team.getByRole('row', { name: /^Leo Marchetti/ });
      await expect(row).toBeVisible();
      const reason = row.getByText(locale === 'ar' ? /غير متصل/ : 'Agent · Offline');
      await expect(reason).toBeInViewport({ ratio: 1 });
      await expect(team.locator('[aria-expanded][data-part="row"]')).toHaveCount(0);
      // Without the search he is folded away again.
      await team.locator('[part~="search-clear"]').click();
      await expect(team.locator('[aria-expanded="false"][data-part="row"]')).toBeVisible();
      await expect(row).toHaveCount(0);
    });

test('K8-6 the button of the Action Menu is 32 high in every row, and transfers nothing by itself', async ({
  world,
}) => {
  const page = await world.visit('/?at=team-open');
  const ana = new Desktop(page, 'ana');
  const buttons = ana.team.getByRole('button', { name: /^Actions for/ });
  await expect(buttons.first()).toBeVisible();
  for (const button of await buttons.all()) expect((await button.boundingBox())?.height).toBe(32);
  await buttons.first().click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(ana.banner(/Waiting/)).toHaveCount(0);
});
