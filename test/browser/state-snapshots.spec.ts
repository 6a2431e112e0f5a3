import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { expect, test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { states } from '../../mocks/states';
import { boxesInPage, withoutJitter } from '../../scripts/contact-sheet/boxes.js';
import { fixedTimeScript, withFixedTime } from '../../scripts/contact-sheet/fixed-time.js';
import { loadsForEver, untilStands } from '../../scripts/contact-sheet/standing.js';
import { forgetAll } from '../../scripts/contact-sheet/take.js';
import { createStaticFiles } from '../../scripts/serve/static-files.js';
import { listenAs } from './support/world';

/** One browser profile for all states of a worker: its code is compiled once. */
const test = base.extend<object, { desk: { context: BrowserContext; origin: string } }>({
  launchOptions: [
    // Letters are as wide on every machine.
    ({ launchOptions }, use) => use({ ...launchOptions, args: ['--font-render-hinting=none'] }),
    { scope: 'worker' },
  ],
  desk: [
    async ({ browser }, use) => {
      const files = createStaticFiles({ mounts: { '/': 'dist/mocked', '/modules/': 'dist/modules' } });
      const site = await listenAs(createServer(withFixedTime(files)));
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        reducedMotion: 'reduce',
      });
      await context.addInitScript({ content: fixedTimeScript });
      await use({ context, origin: site.origin });
      await context.close();
      await site.close();
    },
    { scope: 'worker' },
  ],
});

const renew = 'If that is meant, run npm run contact-sheet -- --snapshots and look at the difference.';

for (const { id, agent, shows, network, steps = [] } of states)
  test(`${id} stands and reads as before`, async ({ desk }, testInfo) => {
    const page = await desk.context.newPage();
    await forgetAll(page, desk.origin);
    await page.goto(`${desk.origin}/?at=${id}&agent=${agent}&theme=light&panel=0`);
    await untilStands(page, { loadsForEver: loadsForEver(network) });
    // The links to all situations are no part of the product, and there are more of them every week.
    await page.evaluate(() => document.querySelector('.links')?.remove());

    const file = `${id}.txt`;
    const known = testInfo.snapshotPath(file);
    const before = existsSync(known) ? readFileSync(known, 'utf8').split('\n') : [];
    // How high unusual letters are is up to the fonts of the machine.
    const isMovable = shows.screen === 'texts';
    const boxes = isMovable ? [] : withoutJitter(before, await page.evaluate(boxesInPage));
    const read = await readOut(page);
    // Where time goes on in the page, more may have happened on a slow machine.
    const runs = steps.some((step) => 'runUntil' in step);
    const told = runs
      ? read
          .replace(/My Messages, \d+ unread": My Messages \d+/, 'My Messages, … unread": …')
          .replaceAll(/\b\d+ s\b/g, '… s')
      : read;
    const drawn = runs ? boxes.map((box) => box.replace(/(countdown-fill\S*.* )\d+×/, '$1…×')) : boxes;
    const text = [...drawn, '', told, ''].join('\n').toWellFormed();
    await page.close();
    expect(text, renew).toMatchSnapshot(file);
  });

/** What assistive technology is given. */
async function readOut(page: Page): Promise<string> {
  // Playwright takes a place without a box of its own for hidden, with the module in its shadow root.
  await page.evaluate(() => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-baton-module]'))
      place.style.setProperty('display', 'block', 'important');
  });
  return page.locator('#baton').ariaSnapshot();
}
