import './common/require-node.js';
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { pack, tarballOf } from './pack/pack.js';
import { PACKAGES, TOOLS } from './pack/packages.js';
import { root } from './common/project.js';

await main(async () => {
  await ensureInstalled();
  await pack();
  for (const tarball of [...PACKAGES, ...TOOLS].map(tarballOf)) {
    console.log(`  ✓ ${relative(root, tarball)} (${(statSync(tarball).size / 1000).toFixed(1)} kB)`);
  }
});
