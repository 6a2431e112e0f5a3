import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformFile } from '@swc/core';
import { findFiles } from '../common/files.js';
import { root } from '../common/project.js';
import { hashFiles } from '../common/stamp.js';

/** What every module is built from besides its own code. */
const KIT = ['module-kit', 'ui', 'desktop', 'contracts'];
const SHIPPED = /(?<!\.test|\.spec)\.(?:tsx?|css|json)$/;

/** @returns {string} version of a package, by its folder's name */
export function versionOf(name) {
  return manifestOf(name).version;
}

/** @returns {string} the contract versions that modules built now work with */
export function contractRange() {
  const source = readFileSync(join(root, 'packages/contracts/src/version.ts'), 'utf8');
  const [, version] = /contractVersion: string = '([^']+)'/.exec(source) ?? [];
  if (version === undefined) throw new Error('packages/contracts/src/version.ts no longer says `contractVersion`.');
  return `^${version}`;
}

/** @returns {Promise<object>} what a module declares: `intents` of its intents.ts, which imports only types */
export async function intentsOf(name) {
  const file = join(root, 'packages', name, 'src/intents.ts');
  const { code } = await transformFile(file, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
  const { intents } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return intents;
}

/** @returns {string} changes with everything a module is built from, and with nothing else */
export function buildOf(name) {
  const rooms = Object.keys(manifestOf(name).dependencies).filter((dependency) => dependency.startsWith('@baton/'));
  return hashOf([...new Set([...KIT, ...rooms.map((room) => room.slice('@baton/'.length)), name])]);
}

/**
 * Version of the code that all modules have in common. It changes with that code, so that a
 * module uses its host's copy only when it is the very same.
 */
export function kitVersion() {
  return `${versionOf('module-kit')}-b${hashOf(KIT)}`;
}

/**
 * What modules take from their host if it has it in range, and bring themselves if not.
 *
 * @returns {Record<string, string>} library → range
 */
export function sharedRanges() {
  const libraries = JSON.parse(readFileSync(join(root, 'packages/host-kit/src/modules/shared-ranges.json'), 'utf8'));
  return { ...libraries, ...Object.fromEntries(KIT.map((name) => [`@baton/${name}`, `=${kitVersion()}`])) };
}

/** @returns {string} version of a library as it is installed, by what it is imported as */
export function installedVersion(library) {
  const name = library.split('/').slice(0, library.startsWith('@') ? 2 : 1);
  return JSON.parse(readFileSync(join(root, 'node_modules', ...name, 'package.json'), 'utf8')).version;
}

function manifestOf(name) {
  return JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
}

function hashOf(packages) {
  const files = findFiles(
    root,
    packages.map((name) => `packages/${name}`),
    SHIPPED,
  ).filter((file) => !file.includes('testing'));
  return hashFiles(files).slice(0, 8);
}
