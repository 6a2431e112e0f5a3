import './common/require-node.js';
import { ensureBuilt } from './build/build.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { playwright } from './test/playwright.js';

const SECONDS = 7200;

/** More quarters of an hour of a busy agent than npm test has, by keyboard and by mouse: `npm run test:quarter -- 40 [SEED]`. */
await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const [seeds = '20', seed = String(Math.floor(Math.random() * 1e9))] = process.argv.slice(2);
  console.log(`${seeds} seeds, from seed ${seed}`);
  process.exitCode = await playwright([`--global-timeout=${SECONDS * 1000}`, 'quarter-hour.spec'], {
    env: { BATON_QUARTER_SEED: seed, BATON_QUARTER_SEEDS: seeds },
    seconds: SECONDS,
  });
});
