import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkChangesets } from './lib/changesets.js';
import { checkCss } from './lib/css-rules.js';
import { findFiles } from './lib/files.js';
import { checkLayers } from './lib/layers.js';
import { checkWords } from './lib/words.js';

const root = join(import.meta.dirname, '..');
const rooms = ['packages', 'shell', 'mocks'];

const problems = [
  ...checkChangesets(join(root, '.changeset')),
  ...checkLayers(root, findFiles(root, rooms, /\.tsx?$/)),
  ...checkWords(root, findFiles(root, ['packages', 'shell'], /\.tsx?$/)),
  ...findFiles(root, rooms, /\.css$/).flatMap((file) => checkCss(relative(root, file), readFileSync(file, 'utf8'))),
];
for (const problem of problems) console.error(problem);

const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
const { status } = spawnSync(process.execPath, [oxlint, '--quiet', '--format=stylish'], {
  cwd: root,
  stdio: 'inherit',
});

if (problems.length > 0) console.error(`\n${problems.length} findings in layers, words, style sheets and changesets`);
process.exitCode = problems.length === 0 && status === 0 ? 0 : 1;
