import './lib/require-node.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureTestHostsBuilt } from './lib/build.js';
import { ensureChromium } from './lib/chromium.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';
import { root } from './lib/project.js';
import { run } from './lib/run.js';

// Every fault of every module; npm test tries each fault on one of them.
await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensureTestHostsBuilt();
  const { code } = await run(
    join(root, 'node_modules/.bin/playwright'),
    ['test', '--config', 'test/browser/playwright.config.ts', 'loading'],
    {
      env: { BATON_CHROMIUM: await ensureChromium(), BATON_FAULTS: 'all' },
      seconds: 900,
    },
  );
  const { stats } = JSON.parse(readFileSync(join(root, '.cache/results/browser.json'), 'utf8'));
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  console.log(`\n${stats.expected} passed, ${failed === 0 && code !== 0 ? 1 : failed} failed`);
  process.exitCode = code;
});
