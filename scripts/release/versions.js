import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../common/project.js';
import { run } from '../common/run.js';
import { withRelease } from './changelog.js';

/**
 * Writes a release into the sources: the version of every package, what the lock file and the
 * contract say of it, and CHANGELOG.md. The changesets go.
 *
 * @param {{version: string, date: string, changes: string}} release
 * @throws when one of the tools fails
 */
export async function writeVersions(release) {
  await tool(process.execPath, createRequire(import.meta.url).resolve('@changesets/cli/bin.js'), 'version');
  edit('package.json', (text) => text.replace(/("version": ")[^"]+/, `$1${release.version}`));
  edit('packages/contracts/src/version.ts', (text) =>
    text.replace(/(contractVersion: string = ')[^']+/, `$1${release.version}`),
  );
  edit('CHANGELOG.md', (text) => withRelease(text, release));
  await tool('npm', 'install', '--package-lock-only', '--prefer-offline', '--no-audit', '--no-fund');
}

function edit(file, change) {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

async function tool(command, ...args) {
  const { code, output } = await run(command, args, { onOutput: () => undefined, seconds: 300 });
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} failed:\n${output}`);
}
