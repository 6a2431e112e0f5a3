import './common/require-node.js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build/build.js';
import { installedHosts, prepareHost, stockBrowsers, tryHosts } from './test/hosts.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { root } from './common/project.js';
import { printTable } from './common/table.js';

// Every host with dependencies of its own, or those that are named: prepares each, and hands a conversation over in it.
// So it does in stock browsers. A run of all writes what it has found to the documents.
await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const { pack } = await import('./pack/pack.js');
  await pack();

  const named = process.argv.slice(2);
  const hosts = installedHosts();
  const all = [...hosts, ...stockBrowsers];
  const unknown = named.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`There is no host ${unknown.join(', ')}. There are ${all.join(', ')}.`);
  const rows = [];
  for (const host of hosts.filter((name) => named.length === 0 || named.includes(name))) {
    const start = performance.now();
    const done = await prepareHost(host);
    rows.push({ host, ...done, seconds: Math.round((performance.now() - start) / 1000) });
  }
  printTable(rows);

  const { code, passed, failed, found } = await tryHosts(named);
  if (named.length === 0) writeFileSync(join(root, 'docs/reports/supported-hosts.md'), found);
  else console.log(`\n${found}`);
  const broken = failed + rows.filter(({ built }) => built === 'no').length;
  console.log(`\n${passed} passed, ${broken === 0 && code !== 0 ? 1 : broken} failed`);
  process.exitCode = broken === 0 ? code : 1;
});
