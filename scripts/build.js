import './lib/require-node.js';
import { build } from './lib/build.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';

await main(async () => {
  await ensureInstalled();
  await build();
});
