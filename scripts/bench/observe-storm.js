import { setTimeout as wait } from 'node:timers/promises';
import { cpuOf } from './cpu-of.js';

const SECONDS = 3;
const TICK_MS = 10;
const SETTLE_MS = 1500;

/**
 * Lets storms go over a desktop, one after the other, and measures the CPU time of its page's main thread, in
 * milliseconds per second. The contact centre is not in the page.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin of the desktop
 * @param {object} centre what test/bench/storm-centre.ts gives
 * @returns {Promise<Record<string, number>>} by storm
 */
export async function observeStorm(browser, origin, centre) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${origin}/?agent=ana`);
  await page.getByRole('textbox').waitFor({ timeout: 60_000 });
  const cpu = await cpuOf(page);
  await wait(2 * SETTLE_MS);

  const pause = () => wait(SECONDS * 1000);
  const measured = { nothing: await perSecond(SECONDS, pause) };
  await centre.setPresences(1000);
  await wait(SETTLE_MS);
  measured['1,000 presences a second, panel closed'] = await perSecond(SECONDS, pause);
  await page.getByRole('button', { name: 'Transfer', exact: true }).click();
  await page.getByRole('row').first().waitFor();
  await wait(SETTLE_MS);
  measured['1,000 presences a second, panel open'] = await perSecond(SECONDS, pause);
  await page.keyboard.press('Escape');
  await centre.setPresences(0);
  await wait(SETTLE_MS);

  measured['100 messages a second, 50 conversations'] = await perSecond(SECONDS, async () => {
    await repeat(100 * SECONDS, SECONDS, centre.customerWrites);
    await page
      .getByRole('log')
      .getByText(/^Number/)
      .first()
      .waitFor();
  });
  measured['1,000 notices in a second'] = await perSecond(1, async () => {
    await repeat(1000, 1, centre.tellAgents);
    await wait(SETTLE_MS);
  });
  await context.close();
  return measured;

  /** `seconds`: how long it should take; a machine that takes longer has had the same work. */
  async function perSecond(seconds, work) {
    const before = await cpu();
    await work();
    return ((await cpu()) - before) / seconds;
  }
}

/** Does something so many times, spread over so many seconds. */
async function repeat(times, seconds, work) {
  const start = performance.now();
  let done = 0;
  while (done < times) {
    const due = Math.min(times, Math.ceil((times * (performance.now() - start)) / (seconds * 1000)));
    for (; done < due; done += 1) await work(`Number ${done}`);
    await wait(TICK_MS);
  }
}
