import './lib/require-node.js';
import { ensureBuilt } from './lib/build.js';
import { ensureChromium } from './lib/chromium.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';
import { printStart } from './lib/print-start.js';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const { buildBenches } = await import('./lib/bench-build.js');
  await buildBenches();
  await printStart(await ensureChromium());
});
