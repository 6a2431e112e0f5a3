import './common/require-node.js';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build/build.js';
import { buildSite, serveSite, site } from './docs/site.js';
import { ensureInstalled } from './common/install.js';
import { portOr } from './serve/listen.js';
import { main } from './common/main.js';
import { root } from './common/project.js';

await main(async () => {
  const { values } = parseArgs({ options: { serve: { type: 'boolean', default: false } } });
  await ensureInstalled();
  await ensureBuilt();
  await buildSite();
  console.log(`  ✓ ${relative(root, site)}, for any server of files, at the root of an origin`);
  if (values.serve) await serveSite(portOr(4402));
});
