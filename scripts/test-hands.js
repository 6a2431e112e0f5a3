import './common/require-node.js';
import { ensureBuilt } from './build/build.js';
import { ensureInstalled } from './common/install.js';
import { main } from './common/main.js';
import { playwright } from './test/playwright.js';

const SECONDS = 3600;

/** Many more runs of an impatient agent than npm test has, from a seed that is new each time: `npm run test:hands -- 500`. */
await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const runs = process.argv[2] ?? '100';
  const seed = String(Math.floor(Math.random() * 1e9));
  console.log(`${runs} runs, from seed ${seed}`);
  process.exitCode = await playwright([`--global-timeout=${SECONDS * 1000}`, 'hands.spec'], {
    env: { BATON_HANDS_SEED: seed, BATON_HANDS_RUNS: runs },
    seconds: SECONDS,
  });
});
