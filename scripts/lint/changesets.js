import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Checks that every changeset says what a host has to do.
 *
 * @param {string} folder where the changesets are
 * @returns {string[]} one line per finding
 */
export function checkChangesets(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .filter((file) => !/^Host action: \S.*\S/m.test(readFileSync(join(folder, file), 'utf8')))
    .map((file) => `.changeset/${file}: lacks the line "Host action: …". Say what a host has to do, if only "none".`);
}
