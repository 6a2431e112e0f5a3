import { createServer } from 'node:http';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createDesktopFiles } from '../serve/desktop-files.js';
import { ensureChromium } from '../test/chromium.js';
import { fixedTimeScript, withFixedTime } from './fixed-time.js';
import { untilStands } from './standing.js';

/** What pages are opened with: the same on every machine. */
const profile = { locale: 'en-GB', timezoneId: 'Europe/London', deviceScaleFactor: 1 };

/**
 * Takes pictures of the mocked desktop.
 *
 * @param {readonly import('./shots.js').Shot[]} shots
 * @param {object} options
 * @param {string} options.dist the build to take pictures of
 * @param {string} options.folder where they go
 * @param {number} options.workers how many pages are open at a time
 * @param {(page: import('@playwright/test').Page, shot: import('./shots.js').Shot) => Promise<void>} [options.prepare]
 *   what is done in each page first
 * @param {() => void} options.onTaken called after each
 * @returns {Promise<Map<string, string>>} file name → why there is no such picture
 */
export async function takePictures(shots, { dist, folder, workers, prepare, onTaken }) {
  mkdirSync(folder, { recursive: true });
  const site = await serve(dist);
  const browser = await openBrowser();
  const failures = new Map();
  const queue = [...shots];

  async function work() {
    const context = await browser.newContext(profile);
    await context.addInitScript({ content: fixedTimeScript });
    for (let shot = queue.shift(); shot !== undefined; shot = queue.shift()) {
      await takePicture(context, shot).catch((error) => failures.set(shot.file, error.message));
      onTaken();
    }
  }

  async function takePicture(context, shot) {
    const { address, width, height, file, loadsForEver } = shot;
    const page = await context.newPage();
    try {
      await page.setViewportSize({ width, height });
      await forgetAll(page, site.origin);
      await page.goto(`${site.origin}${address}&panel=0`);
      await untilStands(page, { loadsForEver });
      if (prepare !== undefined) {
        await prepare(page, shot);
        await untilStands(page, { loadsForEver });
      }
      await page.screenshot({ path: join(folder, file), caret: 'hide', animations: 'disabled' });
    } finally {
      await page.close();
    }
  }

  try {
    await Promise.all(Array.from({ length: Math.min(workers, shots.length) }, work));
  } finally {
    await browser.close();
    site.close();
  }
  return failures;
}

/** The browser that pictures are taken and looked at with. */
export async function openBrowser() {
  return chromium.launch({ executablePath: await ensureChromium(), args: ['--font-render-hinting=none'] });
}

/**
 * Makes a page's profile a fresh one that still has the code: what the page before has kept is no part of the next picture.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} origin
 */
export async function forgetAll(page, origin) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
  await browser.detach();
}

async function serve(dist) {
  const server = createServer(withFixedTime(createDesktopFiles({ flavour: 'mocked', dist })));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
