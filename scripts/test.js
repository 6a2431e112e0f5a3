import './lib/require-node.js';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBenchesBuilt, ensureBuilt, ensureTestHostsBuilt } from './lib/build.js';
import { ensureInstalled } from './lib/install.js';
import { root } from './lib/project.js';
import { run } from './lib/run.js';

const bin = (name) => join(root, 'node_modules/.bin', name);
// Not among Playwright's own results: it empties that folder when it starts.
const folder = join(root, '.cache/results');
const results = { unit: join(folder, 'unit.json'), browser: join(folder, 'browser.json') };

/**
 * Each suite says how many of its tests passed and failed. A check is one test. `seconds` is its
 * part of the 30 minutes that the whole run may take; what it does not need is left to those after it.
 */
const suites = [
  { name: 'Install', seconds: 180, run: () => check(ensureInstalled) },
  { name: 'Type check', seconds: 45, run: (seconds) => program(bin('tsc'), ['--noEmit'], seconds) },
  { name: 'Lint', seconds: 60, run: (seconds) => program(process.execPath, ['scripts/lint.js'], seconds) },
  { name: 'Unit and component tests', seconds: 300, run: unitTests },
  {
    name: 'Build',
    seconds: 240,
    run: () => check(() => ensureBuilt().then(ensureTestHostsBuilt).then(ensureBenchesBuilt)),
  },
  { name: 'Packages', seconds: 165, run: packages },
  { name: 'Browser tests', seconds: 810, run: browserTests },
];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const sums = [];
let until = performance.now();
for (const suite of suites) {
  console.log(`\n── ${suite.name} ──`);
  const start = performance.now();
  until += suite.seconds * 1000;
  const seconds = Math.round((until - start) / 1000);
  // A program is stopped first, so that none is left behind.
  const { passed, failed } = await Promise.race([suite.run(seconds - 5), timeIsUp(suite.name, seconds)]).catch(failure);
  sums.push({ name: suite.name, passed, failed });
  console.log(
    `── ${suite.name}: ${passed} passed, ${failed} failed (${Math.round((performance.now() - start) / 1000)} s)`,
  );
  if (suite.name === 'Install' && failed > 0) break;
}

const total = (key) => sums.reduce((sum, suite) => sum + suite[key], 0);
console.log('');
for (const { name, passed, failed } of sums)
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed`);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
// A suite whose time was up may still be at work.
process.exit(total('failed') === 0 ? 0 : 1);

/** Fails when a suite has had its time. */
async function timeIsUp(name, seconds) {
  await sleep(seconds * 1000);
  throw new Error(
    `${name}: not done after ${seconds} s, which is all that the 30 minutes of the whole run leave for it.`,
  );
}

async function check(work) {
  await work();
  return { passed: 1, failed: 0 };
}

async function program(command, args, seconds) {
  const { code } = await run(command, args, { seconds });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function unitTests(seconds) {
  const { code } = await run(bin('jest'), ['--ci', '--json', '--maxWorkers=100%', `--outputFile=${results.unit}`], {
    seconds,
  });
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = read(
    results.unit,
  );
  return sum({
    code,
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests + numTodoTests,
  });
}

/** What teams outside install: it packs, promises what was agreed on, and works in an empty project. */
async function packages() {
  const { pack } = await import('./lib/pack/pack.js');
  const { changedReports } = await import('./lib/pack/reports.js');
  const { checkInstalled } = await import('./lib/pack/install-check.js');
  await pack();
  const changed = changedReports();
  if (changed.length > 0)
    console.error(
      `What the packages promise has changed: ${changed.join(', ')}. If that is meant, run npm run generate -- reports and look at the difference.`,
    );
  const problems = await checkInstalled();
  for (const problem of problems) console.error(problem);
  const failed = (changed.length > 0 ? 1 : 0) + (problems.length > 0 ? 1 : 0);
  return { passed: 3 - failed, failed };
}

async function browserTests(seconds) {
  const until = performance.now() + seconds * 1000;
  const { ensureChromium } = await import('./lib/chromium.js');
  const chromium = await ensureChromium();
  console.log(`Browser: ${chromium}`);
  // Playwright ends by itself a little earlier, so that it can say what it has found.
  const ownMs = Math.max(1, Math.round(until - performance.now() - 20_000));
  const { code } = await run(
    bin('playwright'),
    ['test', '--config', 'test/browser/playwright.config.ts', `--global-timeout=${ownMs}`],
    {
      env: { BATON_CHROMIUM: chromium },
      seconds: ownMs / 1000 + 20,
    },
  );
  const { stats, errors } = read(results.browser);
  return sum({
    code,
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  });
}

/** A skipped test has proved nothing, and neither has a suite without tests or one that broke off: they count as failures. */
function sum({ code, passed, failed, skipped }) {
  if (skipped > 0) console.error(`${skipped} tests were skipped: skipped counts as failed.`);
  const all = failed + skipped;
  if (all === 0 && (code !== 0 || passed === 0)) {
    console.error(passed === 0 ? 'No test ran.' : 'The suite ended with an error.');
    return { passed, failed: 1 };
  }
  return { passed, failed: all };
}

function failure(error) {
  console.error(error.message);
  return { passed: 0, failed: 1 };
}

function read(file) {
  if (!existsSync(file)) throw new Error('The suite broke off before it could say its results.');
  return JSON.parse(readFileSync(file, 'utf8'));
}
