import './common/require-node.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureTestHostsBuilt } from './build/build.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { root } from './common/project.js';
import { playwright } from './test/playwright.js';

// Every fault of every module; npm test tries each fault on one of them.
await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensureTestHostsBuilt();
  const code = await playwright(['loading'], { env: { BATON_FAULTS: 'all' }, seconds: 900 });
  const { stats } = JSON.parse(readFileSync(join(root, '.cache/results/browser.json'), 'utf8'));
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  console.log(`\n${stats.expected} passed, ${failed === 0 && code !== 0 ? 1 : failed} failed`);
  process.exitCode = code;
});
