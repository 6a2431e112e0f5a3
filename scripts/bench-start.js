import './lib/require-node.js';
import { ensureBenchesBuilt, ensureBuilt } from './lib/build.js';
import { ensureChromium } from './lib/chromium.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';
import { printStart } from './lib/print-start.js';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensureBenchesBuilt();
  await printStart(await ensureChromium());
});
