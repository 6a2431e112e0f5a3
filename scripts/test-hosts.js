import './lib/require-node.js';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.js';
import { ensureChromium } from './lib/chromium.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';
import { root } from './lib/project.js';
import { run } from './lib/run.js';
import { printTable } from './lib/table.js';

// Every host with dependencies of its own, or those that are named: installs each with its lock, builds it where it has
// something to build, and hands a conversation over in it.
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
    // npm copies a folder once, and does not look again whether it has changed.
    rmSync(join(cwd, 'node_modules/@baton'), { recursive: true, force: true });
    const installed = await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, seconds: 300 });
    const built = installed.code === 0 ? await run('npm', ['run', '-s', '--if-present', 'build'], { cwd, seconds: 120, onOutput: () => undefined }) : { code: 1 };
    if (built.code !== 0) console.error(built.output ?? `${name} could not be installed.`);
    rows.push({ host: name, installed: installed.code === 0 ? 'yes' : 'no', built: built.code === 0 ? 'yes' : 'no', seconds: Math.round((performance.now() - start) / 1000) });
  }
  printTable(rows);

  const { code } = await run(join(root, 'node_modules/.bin/playwright'), ['test', '--config', 'test/embedding/playwright.config.ts', ...(named.length === 0 ? [] : ['-g', named.map((name) => `${name}:`).join('|')])], {
    env: { BATON_CHROMIUM: await ensureChromium() },
    seconds: 600,
  });
  const { stats } = JSON.parse(readFileSync(join(root, '.cache/results/hosts.json'), 'utf8'));
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  console.log(`\n${stats.expected} passed, ${failed === 0 && code !== 0 ? 1 : failed} failed`);
  process.exitCode = code;
});

/** The iframe's host installs nothing, and is tried by npm test. */
function isInstalled(packageFile) {
  return existsSync(packageFile) && JSON.parse(readFileSync(packageFile, 'utf8')).dependencies !== undefined;
}
