import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { root } from './project.js';

/**
 * One hash over files: names and contents, not times, so that a fresh checkout of the same
 * sources has the same one.
 *
 * @param {string[]} files absolute paths in the project
 * @param {string} [salt] anything else the result depends on
 * @returns {string}
 */
export function hashFiles(files, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const file of files) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** @returns {boolean} whether the stamp in `file` is this one */
export function isStamped(file, stamp) {
  try {
    return readFileSync(file, 'utf8') === stamp;
  } catch {
    return false;
  }
}

/** Leaves the stamp in `file`. */
export function leaveStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamp);
}
