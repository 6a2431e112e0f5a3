import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../common/project.js';
import { run } from '../common/run.js';
import { playwright } from './playwright.js';
import { supportedHosts } from './supported-hosts.js';

const folder = join(root, 'test/embedding');

/** Browsers that are tried as they are installed, besides Chromium. */
export const stockBrowsers = ['Firefox', 'WebKitGTK'];

/** @returns {string[]} the hosts with dependencies of their own; the iframe's installs nothing, and is tried with the rest */
export function installedHosts() {
  return readdirSync(folder).filter((name) => {
    const file = join(folder, name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).dependencies !== undefined;
  });
}

/**
 * Installs a host as its lock says, with the tarballs of Baton as they are now, checks its types and
 * builds it where it has something to build.
 *
 * @param {string} name
 * @returns {Promise<{installed: string, checked: string, built: string}>} `yes` or `no` for each
 */
export async function prepareHost(name) {
  const cwd = join(folder, name);
  const steps = {
    installed: () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, seconds: 300 }),
    checked: () =>
      existsSync(join(cwd, 'tsconfig.json'))
        ? run(join(root, 'node_modules/.bin/tsc'), ['--noEmit'], { cwd, seconds: 120 })
        : { code: 0, output: '' },
    built: () => run('npm', ['run', '-s', '--if-present', 'build'], { cwd, seconds: 180, onOutput: () => undefined }),
  };
  const done = { installed: 'no', checked: 'no', built: 'no' };
  for (const [step, work] of Object.entries(steps)) {
    const { code, output } = await work();
    if (code !== 0) {
      console.error(`${name} could not be ${step}.\n${output}`);
      break;
    }
    done[step] = 'yes';
  }
  return done;
}

/**
 * Hands a conversation over in each host that is prepared, and in stock browsers.
 *
 * @param {string[]} names of hosts and browsers; none: every one
 * @returns {Promise<{code: number, passed: number, failed: number, found: string}>} skipped ones count as failed;
 *   what was found, as Markdown
 */
export async function tryHosts(names = []) {
  const only = names.length === 0 ? [] : ['-g', names.map((name) => `${name}[:/]`).join('|')];
  const code = await playwright(only, { config: 'test/embedding/playwright.config.ts', seconds: 900 });
  const report = JSON.parse(readFileSync(join(root, '.cache/results/hosts.json'), 'utf8'));
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { code, passed: expected, failed: unexpected + flaky + skipped, found: supportedHosts(report, folder) };
}
