import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkChangesets } from './lint/changesets.js';
import { checkCss } from './lint/css-rules.js';
import { findFiles } from './common/files.js';
import { checkLayers } from './lint/layers.js';
import { checkScriptLayers } from './lint/script-layers.js';
import { checkWords } from './lint/words.js';

const root = join(import.meta.dirname, '..');
const rooms = ['packages', 'shell', 'mocks'];

const problems = [
  ...checkChangesets(join(root, '.changeset')),
  ...checkLayers(root, findFiles(root, rooms, /\.tsx?$/)),
  ...checkScriptLayers(root, [...findFiles(root, ['scripts'], /\.[jt]s$/), join(root, 'webpack.config.js')]),
  ...checkWords(root, findFiles(root, ['packages', 'shell'], /\.tsx?$/)),
  ...findFiles(root, rooms, /\.css$/).flatMap((file) => checkCss(relative(root, file), readFileSync(file, 'utf8'))),
];
for (const problem of problems) console.error(problem);

const passed = [
  tool('oxlint/bin/oxlint', '--quiet', '--format=stylish'),
  tool('oxfmt/bin/oxfmt', '--check'),
  tool('knip/bin/knip.js', '--no-progress'),
];

if (problems.length > 0) console.error(`\n${problems.length} findings in layers, words, style sheets and changesets`);
process.exitCode = problems.length === 0 && !passed.includes(false) ? 0 : 1;

/** Runs an installed tool over the project. */
function tool(script, ...args) {
  const command = [join(root, 'node_modules', script), ...args];
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status === 0;
}
