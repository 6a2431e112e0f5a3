import './common/require-node.js';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { root } from './common/project.js';
import { run } from './common/run.js';

/** What comes after the time is up: the interleaving that is under way, or one that has failed and is made small. */
const graceSeconds = 600;

/** More interleavings of the storm than npm test has, for as long as is asked for: `npm run test:storm -- 1800 [SEED]`. */
await main(async () => {
  await ensureInstalled();
  const [seconds = '600', seed = String(Math.floor(Math.random() * 1e9))] = process.argv.slice(2);
  const folder = join(root, '.cache/results');
  const totals = join(folder, 'storm');
  mkdirSync(folder, { recursive: true });
  console.log(`${seconds} s, from seed ${seed}`);
  const { code } = await run(
    join(root, 'node_modules/.bin/jest'),
    ['--ci', '--maxWorkers=2', '--selectProjects', 'interleavings'],
    {
      env: { BATON_STORM_SECONDS: seconds, BATON_STORM_SEED: seed, BATON_STORM_TOTALS: totals },
      seconds: Number(seconds) + graceSeconds,
    },
  );
  if (code === 0) console.log(JSON.stringify(sum([1, 2].map((half) => read(`${totals}-${half}.json`))), null, 2));
  process.exitCode = code;
});

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Of two halves of the storm, each played on a core of its own. */
function sum(halves) {
  const totals = {};
  for (const half of halves)
    for (const [what, count] of Object.entries(half)) totals[what] = (totals[what] ?? 0) + count;
  return totals;
}
