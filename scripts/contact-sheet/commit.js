import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../common/project.js';
import { run } from '../common/run.js';
import { tellProgress } from './progress.js';
import { takePictures } from './take.js';

/**
 * The pictures of another commit: those that were kept, and the missing ones taken anew, of a build in a worktree that
 * is removed again.
 *
 * @param {string} commit as git names it
 * @param {readonly import('./shots.js').Shot[]} shots
 * @param {{workers: number}} options
 * @returns {Promise<string>} the folder that has them; one that the commit cannot show is not in it
 * @throws when there is no such commit, or it cannot be built
 */
export async function picturesOfCommit(commit, shots, { workers }) {
  const hash = git('rev-parse', '--verify', '--quiet', `${commit}^{commit}`);
  const folder = join(root, '.cache/contact-sheet', hash);
  const missing = shots.filter(({ file }) => !existsSync(join(folder, file)));
  if (missing.length === 0) return folder;

  const tree = join(root, '.cache/contact-sheet/tree');
  removeTree(tree);
  git('worktree', 'add', '--detach', tree, hash);
  try {
    linkDependencies(tree);
    console.log(`Building ${hash.slice(0, 9)} …`);
    const { code } = await run(process.execPath, ['scripts/build.js'], { cwd: tree, seconds: 900 });
    if (code !== 0) throw new Error(`${commit} does not build, so there is nothing to compare with.`);
    await takePictures(missing, { dist: join(tree, 'dist'), folder, workers, onTaken: tellProgress(missing.length) });
  } finally {
    removeTree(tree);
  }
  return folder;
}

/** @returns {boolean} whether git knows a commit of this name */
export function isCommit(name) {
  try {
    return git('rev-parse', '--verify', '--quiet', `${name}^{commit}`) !== '';
  } catch {
    return false;
  }
}

/** What this tree is: its commit, and whether files have changed since. */
export function describeTree() {
  const changed = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ', changed';
  return `${git('log', '-1', '--format=%h %s')}${changed}`;
}

/** With the same lock, the tree takes our dependencies, and its own rooms. Otherwise its build installs them. */
function linkDependencies(tree) {
  const [ours, theirs] = [root, tree].map((folder) => readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  if (ours !== theirs) return;
  const modules = join(tree, 'node_modules');
  mkdirSync(join(modules, '@baton'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@baton') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const { name, folder } of roomsOf(tree)) symlinkSync(folder, join(modules, name));
}

function roomsOf(tree) {
  const folders = [...readdirSync(join(tree, 'packages')).map((name) => `packages/${name}`), 'shell', 'mocks'];
  return folders
    .map((folder) => join(tree, folder))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, name: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name }));
}

function removeTree(tree) {
  rmSync(tree, { recursive: true, force: true });
  git('worktree', 'prune');
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}
