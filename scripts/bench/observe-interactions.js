import { setTimeout as wait } from 'node:timers/promises';

const TIMES = 12;
/** How much slower the processor is made. */
const SLOWED = 4;
/** Until everything an interaction has led to is over. */
const SETTLE_MS = 700;

/**
 * Presses what agents press on a desktop with many conversations and targets, on a processor slowed down to a quarter,
 * and measures the time from the press until the next picture: what browsers report as the duration of an event, in
 * steps of 8 ms.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin of the desktop
 * @returns {Promise<Record<string, number[]>>} milliseconds of each press, by what was pressed
 */
export async function observeInteractions(browser, origin) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(observe);
  await page.goto(`${origin}/?agent=ana`);
  const composer = page.getByRole('textbox').first();
  await composer.waitFor({ timeout: 60_000 });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await wait(SETTLE_MS);

  const conversations = page.getByRole('navigation', { name: 'Interactions' }).getByRole('button');
  const transfer = page.getByRole('button', { name: 'Transfer', exact: true });
  const measured = {
    'switching conversations': await each((time) => conversations.nth((time % 8) + 1).click()),
    'a key in the composer': await each(async (time) => {
      if (time === 0) await composer.focus();
      await page.keyboard.press('abcdefghijkl'[time]);
    }),
    'opening Team Communicator': await each(
      () => transfer.click(),
      () => page.keyboard.press('Escape'),
    ),
    'a key in the search': await each(async (time) => {
      if (time === 0) await transfer.click();
      await page.keyboard.press(time % 2 === 0 ? 'a' : 'Backspace');
    }),
  };
  await page.goto('data:text/html,<textarea autofocus></textarea>');
  await wait(SETTLE_MS);
  measured['a key in a field without anything else'] = await each((time) => page.keyboard.press('abcdefghijkl'[time]));
  await context.close();
  return measured;

  async function each(press, after) {
    const durations = [];
    for (let time = 0; time <= TIMES; time += 1) {
      await page.evaluate(() => (window.longest = 0));
      await press(time % TIMES);
      await wait(SETTLE_MS);
      // The first one compiles what the others run.
      if (time > 0) durations.push(await page.evaluate(() => window.longest));
      await after?.();
      if (after) await wait(SETTLE_MS);
    }
    return durations;
  }
}

/** Keeps the longest event since it was last set back. */
function observe() {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'event', durationThreshold: 16 });
}
