import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../common/project.js';

/**
 * What the licences of libraries ask of who passes them on: their words.
 *
 * @param {string[]} libraries the libraries that are built into a package
 * @returns {string} Markdown
 */
export function thirdPartyLicences(libraries) {
  return `# Libraries in this package\n\n${libraries
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map(chapter)
    .join('\n')}`;
}

function chapter(library) {
  const folder = join(root, 'node_modules', library);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${library} has no licence file; its words must be in what we publish.`);
  return `## ${library} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
