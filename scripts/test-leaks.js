import './common/require-node.js';
import { ensureBuilt, ensureTestHostsBuilt } from './build/build.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { playwright } from './test/playwright.js';

const SECONDS = 2400;

/** A thousand times what the browser tests do some times: too long for every change. */
await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensureTestHostsBuilt();
  process.exitCode = await playwright([`--global-timeout=${SECONDS * 1000}`, 'leaks'], {
    env: { BATON_LEAK_CYCLES: '1000' },
    seconds: SECONDS,
  });
});
