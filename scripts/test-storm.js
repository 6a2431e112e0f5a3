import './lib/require-node.js';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';
import { root } from './lib/project.js';
import { run } from './lib/run.js';

/** What comes after the time is up: the interleaving that is under way, or one that has failed and is made small. */
const graceSeconds = 600;

/** More interleavings of the storm than npm test has, for as long as is asked for: `npm run test:storm -- 1800 [SEED]`. */
await main(async () => {
  await ensureInstalled();
  const [seconds = '600', seed = String(Math.floor(Math.random() * 1e9))] = process.argv.slice(2);
  const folder = join(root, '.cache/results');
  const totals = join(folder, 'storm.json');
  mkdirSync(folder, { recursive: true });
  console.log(`${seconds} s, from seed ${seed}`);
  const { code } = await run(join(root, 'node_modules/.bin/jest'), ['--ci', 'test/storm'], {
    env: { BATON_STORM_SECONDS: seconds, BATON_STORM_SEED: seed, BATON_STORM_TOTALS: totals },
    seconds: Number(seconds) + graceSeconds,
  });
  if (code === 0) console.log(readFileSync(totals, 'utf8'));
  process.exitCode = code;
});
