import './common/require-node.js';
import { ensureBenchesBuilt, ensureBuilt } from './build/build.js';
import { ensureChromium } from './test/chromium.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { printStart } from './bench/print-start.js';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensureBenchesBuilt();
  await printStart(await ensureChromium());
});
