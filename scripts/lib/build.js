import { join } from 'node:path';
import { findFiles } from './files.js';
import { listFirstFilesOfBuild } from './first-files.js';
import { alone } from './lock.js';
import { root } from './project.js';
import { hashFiles, isStamped, leaveStamp } from './stamp.js';

const stampFile = join(root, 'dist/.built');
const NOT_BUILT = /\.test\.tsx?$|[\\/]testing[\\/]|\.md$/;

/** Builds everything into `dist/`, unless that has been done for these very sources. */
export async function ensureBuilt() {
  const isBuilt = () => isStamped(stampFile, stampOfSources());
  if (!isBuilt()) await alone(async () => isBuilt() || buildAll());
}

/**
 * Builds everything into `dist/`: modules, both shells, the contact centre for `npm run serve`.
 *
 * @throws when a part does not compile; webpack has then said why
 */
export function build() {
  return alone(buildAll);
}

async function buildAll() {
  const stamp = stampOfSources();
  const { default: webpack } = await import('webpack');
  const { default: configurations } = await import('../../webpack.config.js');

  console.log('Building …');
  const compiler = webpack(configurations());
  for (const part of compiler.compilers) {
    part.hooks.done.tap('progress', (stats) => {
      const seconds = ((stats.endTime - stats.startTime) / 1000).toFixed(1);
      console.log(`  ${stats.hasErrors() ? '✗' : '✓'} ${part.name} (${seconds} s)`);
    });
  }
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => compiler.close(() => (error ? reject(error) : resolve(result))));
  });
  if (stats.hasErrors()) throw new Error(`The build failed.\n${stats.toString('errors-only')}`);
  listFirstFilesOfBuild();
  leaveStamp(stampFile, stamp);
}

function stampOfSources() {
  const sources = findFiles(root, ['packages', 'shell', 'mocks'], /\.\w+$/).filter((file) => !NOT_BUILT.test(file));
  const tools = findFiles(root, ['scripts/lib'], /\.js$/);
  return hashFiles([...sources, ...tools, join(root, 'webpack.config.js'), join(root, 'package-lock.json')]);
}
