import type { Page } from '@playwright/test';
import { readAndClick } from './support/pointer';
import { expect, test } from './support/world';
import type { World } from './support/world';

/** Where the rows in sight stand, by target. */
const standing = (page: Page) =>
  page.getByRole('grid').evaluate((grid) => {
    const { top, bottom } = (grid.parentElement ?? grid).getBoundingClientRect();
    const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    return [...grid.querySelectorAll<HTMLElement>('[role=row]')]
      .map((row) => ({ target: row.dataset.target, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > from && box.top < to)
      .map(({ target, box }) => ({ target, top: box.top }));
  });

/** Turns the results over by as much, and tells how far what was and is in sight has moved besides. */
async function strayed(page: Page, distance: number): Promise<number> {
  const before = await standing(page);
  const turned = await page.getByRole('grid').evaluate(async (grid, by) => {
    const scrolls = ({ scrollHeight, clientHeight }: Element) => scrollHeight > clientHeight;
    const scroller = [grid.parentElement, document.scrollingElement].find((one) => one && scrolls(one));
    if (!scroller) return 0;
    const most = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    const turn = Math.min(Math.max(by, -scroller.scrollTop), most);
    scroller.scrollTop += by;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return turn;
  }, distance);
  const after = await standing(page);
  const moved = after.flatMap(({ target, top }) => {
    const known = before.find((row) => row.target === target);
    return known ? top - known.top : [];
  });
  return Math.max(0, ...moved.map((by) => Math.abs(by + turned)));
}

/** How much of the list in sight has no row, in CSS pixels. */
const blank = (page: Page) =>
  page.getByRole('grid').evaluate((grid) => {
    const { top, bottom } = (grid.parentElement ?? grid).getBoundingClientRect();
    return [...grid.querySelectorAll('[data-index]:not([role=row])')]
      .map((gap) => gap.getBoundingClientRect())
      .reduce(
        (sum, box) => sum + Math.max(0, Math.min(box.bottom, bottom, innerHeight) - Math.max(box.top, top, 0)),
        0,
      );
  });

const nodes = (page: Page) => page.getByRole('grid').evaluate((grid) => grid.querySelectorAll('*').length);

/** Ana's desktop with Team Communicator open, in a directory of 2,000 targets, and how often that was searched since. */
async function open(world: World) {
  const ana = await world.open('ana');
  const { page, team } = ana;
  await world.control('set-directory', { size: 2000 });
  await page.reload();
  await readAndClick(ana.transferButton);
  await expect(team.getByRole('row').nth(3)).toBeVisible();
  await expect.poll(() => blank(page)).toBe(0);
  let searches = 0;
  page.on('request', (request) => (searches += Number(new URL(request.url()).pathname.endsWith('/targets'))));
  return { page, ana, searched: () => searches };
}

const focusedRow = (page: Page) =>
  page.getByRole('grid').evaluate((grid) => {
    const root = grid.getRootNode();
    const row = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
    const { top, bottom } = (grid.parentElement ?? grid).getBoundingClientRect();
    const box = row?.getBoundingClientRect();
    return {
      index: Number(row?.getAttribute('aria-rowindex')),
      inSight: box !== undefined && box.top >= top - 1 && box.bottom <= bottom + 1,
    };
  });

for (const width of [1440, 320])
  test(`${width} px: however many targets are found, few are in the page, none is missing in sight, and nothing moves`, async ({
    world,
  }) => {
    const { page, searched } = await open(world);
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => blank(page)).toBe(0);
    const distances = [
      ...Array.from({ length: 30 }, () => 333),
      5000,
      -7000,
      9000,
      ...Array.from({ length: 30 }, () => -333),
    ];
    for (const distance of distances) {
      const before = searched();
      expect(await strayed(page, distance)).toBeLessThan(1);
      expect(await blank(page)).toBe(0);
      expect(await nodes(page)).toBeLessThanOrEqual(800);
      expect(searched() - before).toBeLessThanOrEqual(1);
    }
    await strayed(page, -100_000);
    expect((await standing(page)).length).toBeGreaterThan(5);
    expect(await blank(page)).toBe(0);
  });

test('keys go through all rows that have been loaded, and the row with focus is in sight', async ({ world }) => {
  const { page } = await open(world);
  for (let turn = 0; turn < 5; turn += 1) await strayed(page, 100_000);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focusedRow(page)).toEqual({ index: 1, inSight: true });
  await page.keyboard.press('End');
  const last = await focusedRow(page);
  expect(last).toEqual({ index: expect.any(Number), inSight: true });
  expect(last.index).toBeGreaterThan(150);
  await page.keyboard.press('Home');
  expect(await focusedRow(page)).toEqual({ index: 1, inSight: true });
  for (const [key, times] of [
    ['PageDown', 8],
    ['ArrowDown', 30],
    ['PageUp', 3],
    ['ArrowUp', 20],
  ] as const)
    for (let press = 0; press < times; press += 1) {
      const before = await focusedRow(page);
      await page.keyboard.press(key);
      const now = await focusedRow(page);
      expect(now.inSight).toBe(true);
      expect(Math.sign(now.index - before.index)).toBe(key.endsWith('Down') ? 1 : -1);
    }
  const { index } = await focusedRow(page);
  await page.mouse.move(...(await middleOf(page)));
  await page.mouse.wheel(0, -3000);
  await expect.poll(async () => (await focusedRow(page)).inSight).toBe(false);
  await page.keyboard.press('ArrowDown');
  expect(await focusedRow(page)).toEqual({ index: index + 1, inSight: true });
});

test('a target far down is invited by pointer, and a new search begins at its first row', async ({ world }) => {
  const { page, ana } = await open(world);
  const { team } = ana;
  await page.mouse.move(...(await middleOf(page)));
  for (let turn = 0; turn < 6; turn += 1) {
    await page.mouse.wheel(0, 900);
    await expect.poll(() => blank(page)).toBe(0);
  }
  await readAndClick(ana.search);
  await page.keyboard.type('an');
  await expect(team.getByRole('row').first()).toHaveAttribute('aria-rowindex', '1');
  await expect.poll(async () => (await standing(page)).length).toBeGreaterThan(5);
  await expect(team.getByRole('row').first()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.mouse.move(...(await middleOf(page)));
  for (let turn = 0; turn < 6; turn += 1) {
    await page.mouse.wheel(0, 900);
    await expect.poll(() => blank(page)).toBe(0);
  }
  const target = (await standing(page)).at(3)?.target ?? '';
  const row = page.locator(`[data-target="${target}"]`);
  const name = await row.locator('[part~=name]').innerText();
  await readAndClick(row.getByRole('button', { name: `Actions for ${name}` }));
  await readAndClick(page.getByRole('menuitem', { name: /^SMS transfer/ }));
  await expect(ana.banner(new RegExp(name))).toBeVisible();
});

async function middleOf(page: Page): Promise<[x: number, y: number]> {
  const box = await page.getByRole('grid').evaluate((grid) => {
    const { x, y, width, height } = (grid.parentElement ?? grid).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  return [box.x, box.y];
}

test('keys pressed without a pause load on to wherever they lead', async ({ world }) => {
  const { page } = await open(world);
  await page.keyboard.press('ArrowDown');
  const left = () =>
    page.getByRole('grid').evaluate(({ parentElement }) => {
      if (!parentElement) return 0;
      const { scrollHeight, clientHeight, scrollTop } = parentElement;
      return scrollHeight - clientHeight - scrollTop;
    });
  for (let turn = 0; turn < 3; turn += 1) {
    for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('End', { delay: 15 });
    await expect.poll(left).toBeGreaterThan(400);
  }
});

test('the Action Menu goes with its row, and Enter then chooses nothing', async ({ world }) => {
  const { page } = await open(world);
  for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.mouse.move(...(await middleOf(page)));
  await page.mouse.wheel(0, 3000);
  await expect(page.getByRole('menu')).toBeHidden();
  await expect.poll(() => blank(page)).toBe(0);
  const before = await standing(page);
  expect(before.length).toBeGreaterThan(3);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Waiting for/)).toHaveCount(0);
});
