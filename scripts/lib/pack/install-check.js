import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../project.js';
import { run } from '../run.js';
import { tarballOf } from './pack.js';
import { PACKAGES, TOOLS } from './packages.js';

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  strict: true,
  // The declarations that we publish are checked, not only used.
  skipLibCheck: false,
  noEmit: true,
  types: [],
};

/**
 * Installs the tarballs into an empty project as a host team would, type-checks a small host
 * against them (with lines that must not compile), and imports them in node.
 *
 * @returns {Promise<string[]>} what went wrong; empty when all is well
 */
export async function checkInstalled() {
  const project = mkdtempSync(join(tmpdir(), 'baton-host-'));
  try {
    writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'host', private: true, type: 'module' }));
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const reactTypes = `@types/react@${devDependencies['@types/react']}`;
    const install = [
      'install',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--prefer-offline',
      ...[...PACKAGES, ...TOOLS].map(tarballOf),
      reactTypes,
    ];
    const installed = await quietly('npm', install, project);
    if (installed.code !== 0) return [`npm install of the tarballs failed:\n${installed.output}`];

    cpSync(join(root, 'test/packages'), project, { recursive: true });
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }));
    const compiled = await quietly(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', project],
      project,
    );
    const ran = await quietly(process.execPath, ['use.mjs'], project);
    return [
      ...(compiled.code === 0 ? [] : [`A host does not compile against the packages:\n${compiled.output}`]),
      ...(ran.code === 0 ? [] : [`The packages do not run:\n${ran.output}`]),
    ];
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function quietly(command, args, cwd) {
  return run(command, args, { cwd, onOutput: () => undefined, seconds: 180 });
}
