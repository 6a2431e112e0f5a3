import { cpuOf } from './cpu-of.js';

/** How often each thing is done for one number. */
const OPENINGS = 3;
const STEPS = 10;
const SEARCHES = 3;
const STORMS = 4;
/** How long a list that opens goes on working, and a search waits for the next letter and works. */
const OPENED_MS = 120;
const SEARCHED_MS = 350;

/**
 * Does in a page of test/bench/scale what people and the contact centre do, and measures the CPU time of its main
 * thread for each, in milliseconds.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin of the page
 * @param {{subject: string, rows: number}} asked
 * @returns {Promise<Record<string, number>>} by what was done; `nodes`: how many elements the list has
 */
export async function observeScale(browser, origin, asked) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await page.goto(`${origin}/?${new URLSearchParams(asked)}`);
  await page.waitForFunction(() => window.benchSubject !== undefined, undefined, { timeout: 60_000 });
  const cpu = await cpuOf(page);
  const isResults = asked.subject === 'team-communicator';

  const closed = isResults ? { 'closed: 1,000 changes': await each(STORMS, () => call('storm')) } : {};
  const opening = await measureOpening();
  const nodes = await page.evaluate(() => window.benchSubject.list()?.querySelectorAll('*').length ?? 0);
  const changing = await each(STEPS, () => call('change'));
  const scroll = await measureScroll();
  await page.evaluate(() => window.benchSubject.field().focus());
  const rest = isResults
    ? { 'open: 1,000 changes': await each(STORMS, () => call('storm')), ...(await measureKeysOfResults()) }
    : { 'a key': await each(STEPS, () => press('a')) };
  await page.close();
  return { opening, nodes, 'one change': changing, ...rest, scroll, ...closed };

  /** The first opening compiles what the others run. */
  async function measureOpening() {
    const measured = [];
    for (let time = 0; time <= OPENINGS; time += 1) {
      await call('close');
      const before = await cpu();
      await call('open', OPENED_MS);
      measured.push((await cpu()) - before);
    }
    return measured.slice(1).toSorted((a, b) => a - b)[Math.floor(OPENINGS / 2)];
  }

  async function measureScroll() {
    const box = await page.evaluate(() => window.benchSubject.list()?.getBoundingClientRect().toJSON());
    if (box === undefined) return NaN;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    // A conversation opens at its end.
    const distance = asked.subject === 'sms-window' ? -300 : 300;
    const measured = await each(STEPS, async () => {
      await page.mouse.wheel(0, distance);
      await shown();
    });
    await page.mouse.move(0, 0);
    return measured;
  }

  async function measureKeysOfResults() {
    await press('ArrowDown');
    const arrow = await each(STEPS, () => press('ArrowDown'));
    await page.evaluate(() => window.benchSubject.field().focus());
    const search = await each(SEARCHES, async (time) => {
      await page.keyboard.press('abcd'[time]);
      await shown(SEARCHED_MS);
    });
    return { 'an arrow key': arrow, 'a search': search };
  }

  /** The first time is not counted. */
  async function each(times, work) {
    await work(0);
    const before = await cpu();
    for (let time = 1; time <= times; time += 1) await work(time);
    return ((await cpu()) - before) / times;
  }

  async function press(key) {
    await page.keyboard.press(key);
    await shown();
  }

  function call(method, ms) {
    return page.evaluate((name) => window.benchSubject[name](), method).then(() => shown(ms));
  }

  /** Until two frames have been drawn, after so many milliseconds. */
  function shown(ms = 0) {
    return page.evaluate(
      (pause) =>
        new Promise((resolve) => {
          setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), pause);
        }),
      ms,
    );
  }
}
