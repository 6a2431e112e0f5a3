import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { MODULES } from '../../webpack.config.js';
import { TYPES } from '../webpack/federation-types.js';
import { findFiles } from '../common/files.js';
import { importsOf } from '../common/imports.js';
import { root } from '../common/project.js';
import { run } from '../common/run.js';
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
  // As pages on Module Federation 2 tell TypeScript where types of remotes are.
  paths: { '*': ['./@mf-types/*'] },
};

/** Their tests run in node, and msw's declarations, which ours lead to, are not ours to check. */
const compilerOptionsOfTests = { ...compilerOptions, types: ['node'], skipLibCheck: true };

/** Hosts that compile with these are checked, besides those with ours. */
const OLDER_COMPILERS = ['5.4.5', '5.9.3'];

/**
 * Installs the tarballs into an empty project as a host team would, type-checks a small host
 * against them (with lines that must not compile), strictly and loosely, and imports them in node.
 *
 * @returns {Promise<string[]>} what went wrong; empty when all is well
 */
export async function checkInstalled() {
  const project = mkdtempSync(join(tmpdir(), 'baton-host-'));
  try {
    writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'host', private: true, type: 'module' }));
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const types = ['@types/node', '@types/react'].map((name) => `${name}@${devDependencies[name]}`);
    const install = [
      'install',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--prefer-offline',
      ...[...PACKAGES, ...TOOLS].map(tarballOf),
      ...types,
      ...OLDER_COMPILERS.map((version) => `typescript-${version}@npm:typescript@${version}`),
    ];
    const installed = await quietly('npm', install, project);
    if (installed.code !== 0) return [`npm install of the tarballs failed:\n${installed.output}`];

    cpSync(join(root, 'test/packages'), project, { recursive: true });
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }));
    writeFileSync(
      join(project, 'tests/tsconfig.json'),
      JSON.stringify({ compilerOptions: compilerOptionsOfTests, include: ['*.ts'] }),
    );
    downloadTypes(join(project, '@mf-types'));
    // Each goes through its programs one after the other: together they keep two cores busy.
    const [compiled, publishing] = await Promise.all([compilingProblems(project), publishingProblems()]);
    const ran = await quietly(process.execPath, ['use.mjs'], project);
    return [
      ...publishing,
      ...bareReact(join(project, 'node_modules/@baton/host-kit')),
      ...compiled,
      ...(ran.code === 0 ? [] : [`The packages do not run:\n${ran.output}`]),
    ];
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** As a build with Module Federation 2 does it: types come from where the modules are. */
function downloadTypes(folder) {
  for (const name of MODULES) {
    mkdirSync(join(folder, name), { recursive: true });
    const files = unzipSync(readFileSync(join(root, 'dist/modules', name, TYPES.zip)));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, name, file), content);
  }
}

/** What compilers say of a small host, our own and those that hosts may still have. */
async function compilingProblems(project) {
  const problems = [];
  for (const compiler of ['typescript', ...OLDER_COMPILERS.map((version) => `typescript-${version}`)]) {
    const home = compiler === 'typescript' ? root : project;
    const tsc = join(home, 'node_modules', compiler, 'bin/tsc');
    // Next and others begin without strict: what our pages say compiles there, too.
    for (const strict of ['true', 'false']) {
      for (const part of [project, join(project, 'tests')]) {
        const { code, output } = await quietly(process.execPath, [tsc, '-p', part, '--strict', strict], project);
        if (code !== 0) problems.push(`A host does not compile with ${compiler}, strict ${strict}:\n${output}`);
      }
    }
  }
  return problems;
}

/** What publint and "are the types wrong" say of the tarballs. */
async function publishingProblems() {
  const problems = [];
  for (const room of PACKAGES) {
    const tarball = tarballOf(room);
    const checks = {
      'publint/src/cli.js': ['--strict'],
      '@arethetypeswrong/cli/dist/index.js': ['--profile', 'esm-only', '--no-color', '--no-emoji'],
    };
    for (const [program, options] of Object.entries(checks)) {
      const { code, output } = await quietly(
        process.execPath,
        [join(root, 'node_modules', program), tarball, ...options],
        root,
      );
      if (code !== 0)
        problems.push(`${program} finds fault with ${room}:
${output}`);
    }
  }
  return problems;
}

/** A bundler gives what asks for React by name the host's, whatever its version: only entries for who has React may. */
function bareReact(hostKit) {
  return findFiles(join(hostKit, 'dist'), ['.'], /\.js$/)
    .filter((file) => !/[\\/]dist[\\/](?:react|testing)[\\/]/.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => !specifier.startsWith('.'))
        .map(({ specifier }) => `${file} imports "${specifier}": host-kit's main entry must hold all that it needs.`),
    );
}

function quietly(command, args, cwd) {
  return run(command, args, { cwd, onOutput: () => undefined, seconds: 180 });
}
