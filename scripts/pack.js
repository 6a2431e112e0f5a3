import './lib/require-node.js';
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';
import { pack, tarballOf } from './lib/pack/pack.js';
import { PACKAGES, TOOLS } from './lib/pack/packages.js';
import { root } from './lib/project.js';

await main(async () => {
  await ensureInstalled();
  await pack();
  for (const tarball of [...PACKAGES, ...TOOLS].map(tarballOf)) {
    console.log(`  ✓ ${relative(root, tarball)} (${(statSync(tarball).size / 1000).toFixed(1)} kB)`);
  }
});
