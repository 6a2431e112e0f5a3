import { run } from '../common/run.js';

/**
 * Runs git in the project.
 *
 * @param {...string} args
 * @returns {Promise<string>} what it said
 * @throws when it fails, with its own words
 */
export async function git(...args) {
  const { code, output } = await run('git', args, { onOutput: () => undefined });
  if (code !== 0) throw new Error(`git ${args[0]} failed:\n${output}`);
  return output.trimEnd();
}

/** @returns {Promise<string[]>} what differs from the last commit, files that git does not know included */
export async function changedFiles() {
  const output = await git('status', '--porcelain', '--untracked-files=all', '--no-renames', '-z');
  return output.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)]));
}
