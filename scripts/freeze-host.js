import './lib/require-node.js';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';
import { root } from './lib/project.js';
import { run } from './lib/run.js';

// Run at a release: keeps the host-kit of now, so that modules of later are tried in a page that has not been upgraded.
await main(async () => {
  await ensureInstalled();
  const { pack, packed } = await import('./lib/pack/pack.js');
  const { manifestOf } = await import('./lib/pack/packages.js');
  await pack();
  const folder = mkdtempSync(join(tmpdir(), 'baton-frozen-'));
  const built = join(packed, 'host-kit/browser');
  for (const file of readdirSync(built).filter((name) => name.endsWith('.js')))
    cpSync(join(built, file), join(folder, file));
  const target = join(root, 'test/embedding/released');
  mkdirSync(target, { recursive: true });
  const tarball = join(target, `host-kit-${manifestOf('host-kit').version}.tgz`);
  const { code } = await run('tar', ['-czf', tarball, '-C', folder, '.']);
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error('tar could not write the tarball.');
  console.log(`  ✓ ${tarball}`);
});
