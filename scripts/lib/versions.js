import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from './files.js';
import { root } from './project.js';
import { hashFiles } from './stamp.js';

/** What every module is built from besides its own code. */
const KIT = ['module-kit', 'ui', 'desktop', 'contracts'];
const SHIPPED = /(?<!\.test|\.spec)\.(?:tsx?|css|json)$/;

/** @returns {string} version of a package, by its folder's name */
export function versionOf(name) {
  return JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')).version;
}

/** @returns {string} the contract versions that modules built now work with */
export function contractRange() {
  return `^${versionOf('contracts')}`;
}

/** @returns {string} changes with everything a module is built from, and with nothing else */
export function buildOf(name) {
  return hashOf([...KIT, name]);
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

function hashOf(packages) {
  const files = findFiles(
    root,
    packages.map((name) => `packages/${name}`),
    SHIPPED,
  ).filter((file) => !file.includes('testing'));
  return hashFiles(files).slice(0, 8);
}
