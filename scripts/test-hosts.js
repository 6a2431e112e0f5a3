import './lib/require-node.js';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.js';
import { ensureChromium } from './lib/chromium.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';
import { root } from './lib/project.js';
import { run } from './lib/run.js';
import { printTable } from './lib/table.js';

// Every host with dependencies of its own, or those that are named: installs each as its lock says, checks its types,
// builds it where it has something to build, and hands a conversation over in it.
await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const { pack } = await import('./lib/pack/pack.js');
  await pack();

  const folder = join(root, 'test/embedding');
  const named = process.argv.slice(2);
  const all = readdirSync(folder).filter((name) => isInstalled(join(folder, name, 'package.json')));
  const unknown = named.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`There is no host ${unknown.join(', ')}. There are ${all.join(', ')}.`);
  const hosts = named.length === 0 ? all : named;
  const rows = [];
  for (const name of hosts) {
    const cwd = join(folder, name);
    const start = performance.now();
    const steps = {
      installed: () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, seconds: 300 }),
      checked: () =>
        existsSync(join(cwd, 'tsconfig.json'))
          ? run(join(root, 'node_modules/.bin/tsc'), ['--noEmit'], { cwd, seconds: 120 })
          : { code: 0, output: '' },
      built: () => run('npm', ['run', '-s', '--if-present', 'build'], { cwd, seconds: 120, onOutput: () => undefined }),
    };
    const row = { host: name, installed: 'no', checked: 'no', built: 'no' };
    for (const [step, work] of Object.entries(steps)) {
      const { code, output } = await work();
      if (code !== 0) {
        console.error(`${name} could not be ${step}.\n${output}`);
        break;
      }
      row[step] = 'yes';
    }
    rows.push({ ...row, seconds: Math.round((performance.now() - start) / 1000) });
  }
  printTable(rows);

  const { code } = await run(
    join(root, 'node_modules/.bin/playwright'),
    [
      'test',
      '--config',
      'test/embedding/playwright.config.ts',
      ...(named.length === 0 ? [] : ['-g', named.map((name) => `${name}:`).join('|')]),
    ],
    {
      env: { BATON_CHROMIUM: await ensureChromium() },
      seconds: 600,
    },
  );
  const { stats } = JSON.parse(readFileSync(join(root, '.cache/results/hosts.json'), 'utf8'));
  const unready = rows.filter(({ built }) => built === 'no').length;
  const failed = unready + stats.unexpected + stats.flaky + stats.skipped;
  console.log(`\n${stats.expected} passed, ${failed === 0 && code !== 0 ? 1 : failed} failed`);
  process.exitCode = failed === 0 ? code : 1;
});

/** The iframe's host installs nothing, and is tried by npm test. */
function isInstalled(packageFile) {
  return existsSync(packageFile) && JSON.parse(readFileSync(packageFile, 'utf8')).dependencies !== undefined;
}
