import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../common/project.js';

const folder = join(root, 'mocks/states');

/** Writes the index of every folder of states: one line for each file. */
export function generate() {
  for (const [file, text] of indexes()) writeFileSync(file, text);
}

/** @returns {Map<string, string>} the index files of the folders of states, and what they are to say */
export function indexes() {
  const groups = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(groups.map(({ name }) => [join(folder, name, 'index.ts'), indexOf(join(folder, name))]));
}

function indexOf(group) {
  const states = readdirSync(group)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => basename(file, '.ts'))
    .toSorted();
  return [
    '// Written by `npm run generate -- states`: a file is a state, with the name of its id.',
    ...states.map((id) => `export { ${exportOf(id)} } from './${id}';`),
    '',
  ].join('\n');
}

/** "text-not-taken" is exported as `textNotTaken`. */
function exportOf(id) {
  return id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
