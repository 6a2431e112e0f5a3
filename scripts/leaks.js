import './lib/require-node.js';
import { join } from 'node:path';
import { ensureBuilt, ensureTestHostsBuilt } from './lib/build.js';
import { ensureChromium } from './lib/chromium.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';
import { root } from './lib/project.js';
import { run } from './lib/run.js';

/** A thousand times what the browser tests do some times: too long for every change. */
await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensureTestHostsBuilt();
  const { code } = await run(
    join(root, 'node_modules/.bin/playwright'),
    ['test', '--config', 'test/browser/playwright.config.ts', '--global-timeout=2400000', 'leaks'],
    {
      env: { BATON_CHROMIUM: await ensureChromium(), BATON_LEAK_CYCLES: '1000' },
      seconds: 2400,
    },
  );
  process.exitCode = code;
});
