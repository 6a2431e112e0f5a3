import './common/require-node.js';
import { build } from './build/build.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';

await main(async () => {
  await ensureInstalled();
  await build();
});
