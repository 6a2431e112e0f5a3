import './lib/require-node.js';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.js';
import { ensureChromium } from './lib/chromium.js';
import { ensureInstalled } from './lib/install.js';
import { main } from './lib/main.js';
import { root } from './lib/project.js';
import { run } from './lib/run.js';

const SECONDS = 3600;

/** Many more runs of an impatient agent than npm test has, from a seed that is new each time: `npm run test:hands -- 500`. */
await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const runs = process.argv[2] ?? '100';
  const seed = String(Math.floor(Math.random() * 1e9));
  console.log(`${runs} runs, from seed ${seed}`);
  const { code } = await run(
    join(root, 'node_modules/.bin/playwright'),
    ['test', '--config', 'test/browser/playwright.config.ts', `--global-timeout=${SECONDS * 1000}`, 'hands.spec'],
    {
      env: { BATON_CHROMIUM: await ensureChromium(), BATON_HANDS_SEED: seed, BATON_HANDS_RUNS: runs },
      seconds: SECONDS,
    },
  );
  process.exitCode = code;
});
