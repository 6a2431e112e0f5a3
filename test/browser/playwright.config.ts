import { defineConfig } from '@playwright/test';
import { findChromium } from '../../scripts/test/chromium.js';

const executablePath = await findChromium();
if (executablePath === undefined) {
  throw new Error('The browser tests need a Chromium: npm test installs one, BATON_CHROMIUM names one.');
}

/** Each test serves the built folders on ports of its own (see support/world.ts): build first. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  snapshotPathTemplate: '{testDir}/{testFileName}-snapshots/{arg}{ext}',
  // A run writes none unless it is told to.
  updateSnapshots: 'none',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../../.cache/results/browser.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // Half of a busy machine's time; to look at a failure: `npm run test:browser -- --trace retain-on-failure`.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath },
  },
});
