import { join } from 'node:path';
import { root } from '../common/project.js';
import { run } from '../common/run.js';
import { ensureChromium } from './chromium.js';

/**
 * Runs tests in a real browser; Playwright prints what they find, and writes it to `.cache/results/`.
 *
 * @param {string[]} args which tests, and other options of `playwright test`
 * @param {{config?: string, env?: Record<string, string>, seconds: number}} options after `seconds` it is stopped
 * @returns {Promise<number>} the exit code
 */
export async function playwright(args, { config = 'test/browser/playwright.config.ts', env = {}, seconds }) {
  const { code } = await run(join(root, 'node_modules/.bin/playwright'), ['test', '--config', config, ...args], {
    env: { BATON_CHROMIUM: await ensureChromium(), ...env },
    seconds,
  });
  return code;
}
