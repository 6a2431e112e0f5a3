import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', '.cache', '.git']);

/**
 * All files below the given folders whose name matches, in a stable order.
 *
 * @param {string} root
 * @param {string[]} folders relative to root; missing ones count as empty
 * @param {RegExp} name
 * @returns {string[]} absolute paths
 */
export function findFiles(root, folders, name) {
  return folders.flatMap((folder) => walk(join(root, folder))).filter((path) => name.test(path));
}

function walk(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => !SKIPPED.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
}
