import { join } from 'node:path';
import { compile } from './compile.js';
import { findFiles } from '../common/files.js';
import { listFirstFilesOfBuild } from './first-files.js';
import { alone } from '../common/lock.js';
import { root } from '../common/project.js';
import { hashFiles, isStamped, leaveStamp } from '../common/stamp.js';

const stampFile = join(root, 'dist/.built');
const hostsStampFile = join(root, 'dist/.hosts-built');
const benchesStampFile = join(root, 'dist/.benches-built');
const NOT_BUILT = /\.test\.tsx?$|[\\/]testing[\\/]|\.md$/;

/** Builds everything into `dist/`, unless that has been done for these very sources. */
export function ensureBuilt() {
  return ensure(stampFile, stampOfSources, buildAll);
}

/** Builds the host pages of the tests into `dist/embedding/`, unless that has been done for these very sources. */
export function ensureTestHostsBuilt() {
  return ensure(hostsStampFile, () => stampWith('test/embedding'), buildTestHosts);
}

/** Builds what the benchmarks run into `dist/bench/`, the desktop as one bundle among it, unless that has been done for these very sources. */
export function ensureBenchesBuilt() {
  return ensure(benchesStampFile, () => stampWith('test/bench'), buildBenches);
}

/**
 * Builds everything into `dist/`: modules, both shells, the contact centre for `npm run serve`.
 *
 * @throws when a part does not compile; webpack has then said why
 */
export function build() {
  return alone(buildAll);
}

async function ensure(file, stampNow, work) {
  const isBuilt = () => isStamped(file, stampNow());
  if (!isBuilt()) await alone(async () => isBuilt() || work());
}

async function buildAll() {
  const stamp = stampOfSources();
  const { default: configurations } = await import('../../webpack.config.js');
  console.log('Building …');
  await compile(configurations());
  listFirstFilesOfBuild();
  leaveStamp(stampFile, stamp);
}

async function buildTestHosts() {
  const stamp = stampWith('test/embedding');
  const { default: configurations } = await import('../../test/embedding/webpack.config.js');
  console.log('Building the host pages of the tests …');
  await compile(configurations);
  leaveStamp(hostsStampFile, stamp);
}

async function buildBenches() {
  const stamp = stampWith('test/bench');
  const { default: configurations } = await import('../../test/bench/webpack.config.js');
  console.log('Building the benchmarks …');
  await compile(configurations);
  leaveStamp(benchesStampFile, stamp);
}

function stampWith(folder) {
  return hashFiles(findFiles(root, [folder], /\.\w+$/), stampOfSources());
}

function stampOfSources() {
  const sources = findFiles(root, ['packages', 'shell', 'mocks'], /\.\w+$/).filter((file) => !NOT_BUILT.test(file));
  const pictures = findFiles(root, ['docs/thumbnails'], /\.jpg$/);
  const tools = findFiles(root, ['scripts/build', 'scripts/common', 'scripts/webpack'], /\.js$/);
  return hashFiles([
    ...sources,
    ...pictures,
    ...tools,
    join(root, 'webpack.config.js'),
    join(root, 'package-lock.json'),
  ]);
}
