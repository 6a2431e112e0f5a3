import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../common/run.js';

// First what is made for this: it has no window, so no page of it is ever behind another one and slowed down.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a Chromium: the one that BATON_CHROMIUM names, else the system's, else the one that
 * Playwright has downloaded before.
 *
 * @returns {Promise<string | undefined>} path of the executable
 * @throws when BATON_CHROMIUM names a file that does not exist
 */
export async function findChromium() {
  const { BATON_CHROMIUM, PATH = '' } = process.env;
  if (BATON_CHROMIUM) {
    if (!existsSync(BATON_CHROMIUM)) throw new Error(`BATON_CHROMIUM names ${BATON_CHROMIUM}, which does not exist.`);
    return BATON_CHROMIUM;
  }
  const installed = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const { chromium } = await import('@playwright/test');
  return [...installed, chromium.executablePath()].find((path) => path !== '' && existsSync(path));
}

/**
 * Finds a Chromium or installs one: Playwright's, or on Debian as root the distribution's.
 *
 * @returns {Promise<string>} path of the executable
 * @throws when there is none and none can be installed
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== undefined) return found;

  console.log("No Chromium found: installing Playwright's …");
  await run('npx', ['playwright', 'install', 'chromium'], { seconds: 600 });
  const downloaded = await findChromium();
  if (downloaded !== undefined) return downloaded;

  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log("Playwright's download failed: installing the distribution's Chromium …");
    await run('apt-get', ['update'], { seconds: 300 });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      seconds: 600,
    });
    const packaged = await findChromium();
    if (packaged !== undefined) return packaged;
  }
  throw new Error('The browser tests need a Chromium. Install one, or name its executable in BATON_CHROMIUM.');
}
