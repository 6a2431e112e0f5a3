import { axeViolations } from './support/accessibility';
import { Desktop } from './support/desktop';
import { cutOff, fitsSideways } from './support/fits';
import { expect, test } from './support/world';

test('K9-1 an entry is 56 px high or higher, and says with what and whom it is about', async ({ world }) => {
  const page = await world.visit('/?at=messages-to-try-again');
  const entry = page.getByRole('article', { name: 'Bianca Okafor did not answer in time' });
  expect((await entry.boundingBox())?.height).toBeGreaterThanOrEqual(56);
  await expect(page.getByRole('heading', { name: /Sam Carter$/, level: 3 })).toBeVisible();
});

test('K9-5 Try again asks for the same transfer, by pointer; the entry says what becomes of it', async ({ world }) => {
  const page = await world.visit('/?at=messages-to-try-again');
  const ana = new Desktop(page, 'ana');
  await page.getByRole('region', { name: 'My Messages' }).getByRole('button', { name: 'Try again' }).click();
  const entry = page.getByRole('article', { name: 'Bianca Okafor did not answer in time' });
  await expect(entry).toContainText('A transfer to Bianca Okafor is under way.');
  await expect(ana.banner(/Waiting for Bianca Okafor/)).toBeVisible();
});

test.describe('K9-2 with a real backend', () => {
  test.use({ kind: 'two profiles' });

  test('two windows of one agent agree on what is unread, and so does the next page', async ({ world }) => {
    const ana = await world.open('ana');
    await world.open('bianca');
    await ana.transferTo('Bianca Okafor');
    await expect(ana.banner(/Waiting for Bianca Okafor/)).toBeVisible();
    await world.advance(31_000);
    const other = new Desktop(await ana.page.context().newPage(), 'ana');
    await other.page.goto(ana.page.url());
    await other.ready();
    const count = (unread: string) =>
      Promise.all(
        [ana, other].map((window) =>
          expect(window.myMessagesButton).toHaveAccessibleName(`My Messages, ${unread} unread`),
        ),
      );
    await count('1');

    await expect(await ana.messages()).toHaveCount(1);
    await ana.page.keyboard.press('Escape');
    await count('no');

    const entries = await other.messages();
    await entries.getByRole('button', { name: /^Mark as unread: / }).click();
    await other.page.keyboard.press('Escape');
    await count('1');
    await ana.page.reload();
    await ana.ready();
    await count('1');

    const again = await ana.messages();
    await again.getByRole('button', { name: /^Delete: / }).click();
    await ana.page.getByRole('button', { name: 'Undo' }).click();
    await expect(again).toHaveCount(1);
    await again.getByRole('button', { name: /^Delete: / }).click();
    await ana.page.keyboard.press('Escape');
    await count('no');
    await expect(await other.messages()).toHaveCount(0);
  });
});

test('K9-4 Tab leads into the list once, arrows move in it, Delete deletes what has the focus', async ({ world }) => {
  const page = await world.visit('/?at=messages-open');
  const panel = page.getByRole('region', { name: 'My Messages' });
  await panel.getByRole('radio', { name: 'All' }).focus();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('article').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('article').nth(1)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(panel.getByRole('article')).toHaveCount(2);
  await expect(panel.getByRole('article').nth(1)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('article')).toHaveCount(3);
  await expect(panel.getByRole('article').nth(1)).toBeFocused();
});

for (const [width, query] of [
  [1440, ''],
  [320, ''],
  [320, '&dir=rtl&theme=dark'],
] as const)
  test(`K9-6 K9-9 five priorities, and an important one that is confirmed by pointer, at ${width} px ${query}`, async ({
    world,
  }) => {
    const page = await world.visit(`/?at=messages-priorities${query}`);
    await page.setViewportSize({ width, height: 700 });
    const ana = new Desktop(page, 'ana');
    const panel = page.getByRole('region', { name: 'My Messages' });
    const entries = panel.getByRole('article');
    await expect(entries).toHaveCount(5);
    for (const priority of ['Important', 'High priority', 'Low priority', 'Minimal priority'])
      await expect(panel.getByText(priority, { exact: true })).toHaveCount(1);
    const borders = await entries.evaluateAll((all) =>
      all.map((one) => {
        const { borderInlineStartStyle: style, borderInlineStartWidth: size } = getComputedStyle(one);
        return `${style} ${size}`;
      }),
    );
    expect(new Set(borders).size).toBe(5);
    await fitsSideways(page, 'messages');
    expect(await cutOff(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await expect(ana.myMessagesButton).toHaveAccessibleName('My Messages, 5 unread, Important');
    await page.getByRole('button', { name: 'I have read this' }).click();
    await expect(page.getByRole('button', { name: 'I have read this' })).toHaveCount(0);
    await expect(ana.myMessagesButton).toHaveAccessibleName('My Messages, 4 unread');
  });

test('K9-9 by keyboard: the arrow key leads to the confirmation, Enter confirms', async ({ world }) => {
  const page = await world.visit('/?at=messages-priorities');
  const entry = page.getByRole('region', { name: 'My Messages' }).getByRole('article').first();
  await entry.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'I have read this' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'I have read this' })).toHaveCount(0);
  await expect(entry).toBeFocused();
});
