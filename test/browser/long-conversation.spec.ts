import type { Page } from '@playwright/test';
import type { Desktop } from './support/desktop';
import { readAndClick } from './support/pointer';
import { expect, test } from './support/world';

test.use({ scenario: 'long-history' });

/** Where the messages in the page stand, by what they say first. */
const standing = (page: Page) =>
  page.getByRole('log').evaluate((log) => {
    const { top, bottom } = log.getBoundingClientRect();
    const rows = [...log.querySelectorAll('li')].map((row) => [row, row.getBoundingClientRect()] as const);
    const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    return rows
      .filter(([, box]) => box.bottom > from && box.top < to)
      .map(([row, box]) => ({ text: row.textContent.slice(0, 60), top: box.top }));
  });

/** Whether rows stand where they stood; browsers put what has been scrolled on whole pixels of the screen. */
function expectToStand(rows: Awaited<ReturnType<typeof standing>>, before: typeof rows): void {
  for (const { text, top } of rows) {
    const known = before.find((row) => row.text === text);
    expect(known, text).toBeDefined();
    expect(Math.abs(top - (known?.top ?? NaN)), text).toBeLessThan(1);
  }
}

/** Turns the transcript over by as much, and tells how far what was and is in sight has moved besides. */
async function strayed(page: Page, distance: number): Promise<number> {
  const before = await standing(page);
  await page.getByRole('log').evaluate(async (log, by) => {
    if (log.scrollHeight > log.clientHeight) log.scrollTop += by;
    else scrollBy(0, by);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, distance);
  const after = await standing(page);
  const moved = after.flatMap(({ text, top }) => {
    const known = before.find((row) => row.text === text);
    return known ? top - known.top : [];
  });
  const reached = moved.at(0) ?? 0;
  return Math.max(
    ...moved.map((by) => Math.abs(by - reached)),
    Math.abs(reached) === 0 ? 0 : Math.abs(reached + distance),
  );
}

/** Goes to the first message, page by page. */
async function loadAll({ page, transcript }: Desktop): Promise<void> {
  const first = transcript.locator('.sms-bubble').first();
  while ((await transcript.getByText('1: parcel 1 has not come either.', { exact: true }).count()) === 0) {
    const known = await first.innerText();
    await strayed(page, -10_000);
    if ((await first.innerText()) !== known) continue;
    const before = await standing(page);
    await readAndClick(page.getByRole('button', { name: 'Load earlier messages' }));
    await expect(first).not.toHaveText(known);
    const still = (await standing(page)).filter(({ text }) => before.some((row) => row.text === text));
    expect(still.length).toBeGreaterThan(0);
    expectToStand(still, before);
  }
}

const nodes = (page: Page) => page.getByRole('log').evaluate((log) => log.querySelectorAll('*').length);

/** Turns the transcript over until a text is in sight, half a screen at a time. */
async function turnTo(page: Page, text: string, distance: number): Promise<void> {
  for (let turns = 0; turns < 100; turns += 1) {
    if ((await standing(page)).some((row) => row.text.includes(text))) return;
    await strayed(page, distance);
  }
}

test('however long a conversation is, few of it is in the page, and nothing moves that the agent did not move', async ({
  world,
}) => {
  const ana = await world.open('ana');
  const { page, composer } = ana;
  await ana.rail.getByRole('button', { name: /Greta Lindholm/ }).click();
  await loadAll(ana);
  expect(await nodes(page)).toBeLessThanOrEqual(800);
  for (const distance of [...Array.from({ length: 25 }, () => 330), ...Array.from({ length: 10 }, () => -500)]) {
    expect(await strayed(page, distance)).toBeLessThan(1);
    expect(await nodes(page)).toBeLessThanOrEqual(800);
  }

  // Nor when it is only read: a text comes in, another conversation is in front meanwhile, the composer grows.
  await turnTo(page, '150: thank you', 400);
  const before = await standing(page);
  await world.control('customer-writes', { interactionId: 'sms-132', text: 'Are you there?' });
  await expect(page.getByRole('button', { name: '1 new message' })).toBeVisible();
  expectToStand(await standing(page), before);
  await ana.rail.getByRole('button', { name: /Sam Carter/ }).click();
  await ana.rail.getByRole('button', { name: /Greta Lindholm/ }).click();
  expectToStand(await standing(page), before);
  await composer.click();
  for (const line of ['One', 'Two', 'Three']) {
    await page.keyboard.type(line);
    await page.keyboard.press('Shift+Enter');
  }
  // Between a key press and the next frame the composer has grown, and nobody has seen it yet.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expectToStand(await standing(page), before);

  await page.getByRole('button', { name: '1 new message' }).click();
  await expect(ana.transcript.getByText('Are you there?')).toBeInViewport();
  expect(await nodes(page)).toBeLessThanOrEqual(800);
});

test('Home and End lead to the first and the last message that is loaded', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.rail.getByRole('button', { name: /Greta Lindholm/ }).click();
  await loadAll(ana);
  await ana.transcript.focus();
  await ana.page.keyboard.press('End');
  await expect(ana.transcript.getByText(/^300: /)).toBeInViewport();
  await ana.page.keyboard.press('Home');
  await expect(ana.transcript.getByText('1: parcel 1 has not come either.', { exact: true })).toBeInViewport();
  expect(await nodes(ana.page)).toBeLessThanOrEqual(800);
  await ana.page.keyboard.press('Control+End');
  await expect(ana.transcript.getByText(/^300: /)).toBeInViewport();
});

test('the whole of a long conversation is printed', async ({ world }) => {
  const ana = await world.open('ana');
  await ana.rail.getByRole('button', { name: /Greta Lindholm/ }).click();
  await loadAll(ana);
  await turnTo(ana.page, '150: thank you', 400);
  const before = await standing(ana.page);
  await ana.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(ana.transcript.getByText(/^\d+: /)).toHaveCount(300);
  await ana.page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await nodes(ana.page)).toBeLessThanOrEqual(800);
  expectToStand(await standing(ana.page), before);
  await ana.page.pdf();
  expectToStand(await standing(ana.page), before);
});

test.describe('at 320 px, where the page scrolls', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing moves that the agent did not move', async ({ world }) => {
    const ana = await world.open('ana');
    const { page } = ana;
    await page.getByRole('button', { name: 'Interactions' }).click();
    await ana.rail.getByRole('button', { name: /Greta Lindholm/ }).click();
    await loadAll(ana);
    for (const distance of [...Array.from({ length: 25 }, () => 330), ...Array.from({ length: 10 }, () => -500)]) {
      expect(await strayed(page, distance)).toBeLessThan(1);
      expect(await nodes(page)).toBeLessThanOrEqual(800);
    }
  });
});
