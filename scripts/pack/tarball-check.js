import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { findFiles } from '../common/files.js';
import { isRelative, mapLinks } from '../docs/markdown.js';
import { run } from '../common/run.js';
import { tarballOf } from './pack.js';
import { PACKAGES, TOOLS } from './packages.js';

/**
 * Unpacks each tarball and looks at what its reader finds: licence, changelog, README, every link of
 * every page, and code that no bundler warns of.
 *
 * @returns {Promise<string[]>} what is wrong, one line each
 */
export async function checkTarballs() {
  const problems = [];
  for (const room of [...PACKAGES, ...TOOLS]) {
    const folder = mkdtempSync(join(tmpdir(), 'baton-tarball-'));
    try {
      const { code, output } = await run('tar', ['-xzf', tarballOf(room), '-C', folder], { onOutput: () => undefined });
      if (code !== 0) throw new Error(`The tarball of ${room} does not unpack:\n${output}`);
      problems.push(...problemsIn(join(folder, 'package')).map((problem) => `${room}: ${problem}`));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return problems;
}

/**
 * @param {string} folder an unpacked package
 * @returns {string[]}
 */
export function problemsIn(folder) {
  const missing = ['README.md', 'CHANGELOG.md', 'LICENSE'].filter((file) => !existsSync(join(folder, file)));
  return [
    ...missing.map((file) => `has no ${file}.`),
    ...findFiles(folder, ['.'], /\.js$/)
      .filter((file) => /\/\* @__PURE__ \*\/ \(\/\*/.test(readFileSync(file, 'utf8')))
      .map((file) => `${relative(folder, file)} has "@__PURE__" where there is no call; Rollup and Vite warn of it.`),
    ...findFiles(folder, ['.'], /\.md$/).flatMap((page) =>
      deadLinks(page, folder).map((link) => `${relative(folder, page)} leads to ${link}, which is not in it.`),
    ),
  ];
}

function deadLinks(page, folder) {
  const dead = [];
  mapLinks(readFileSync(page, 'utf8'), ({ target, whole }) => {
    const path = join(dirname(page), target.split('#')[0]);
    // What lies outside is there in the clone, and nowhere else.
    if (isRelative(target) && (!existsSync(path) || relative(folder, path).startsWith('..'))) dead.push(target);
    return whole;
  });
  return dead;
}
