import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, packed } from '../pack/pack.js';
import { manifestOf } from '../pack/packages.js';
import { root } from '../project.js';
import { program } from './program.js';

/** Keeps the host-kit of now, so that modules of later are tried in a page that has not been upgraded. */
export async function generate() {
  await pack();
  const folder = mkdtempSync(join(tmpdir(), 'baton-released-'));
  const built = join(packed, 'host-kit/browser');
  for (const file of readdirSync(built).filter((name) => name.endsWith('.js')))
    cpSync(join(built, file), join(folder, file));
  const target = join(root, 'test/embedding/released');
  mkdirSync(target, { recursive: true });
  await program('tar', ['-czf', join(target, `host-kit-${manifestOf('host-kit').version}.tgz`), '-C', folder, '.']);
  rmSync(folder, { recursive: true });
}
