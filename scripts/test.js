import './common/require-node.js';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBenchesBuilt, ensureBuilt, ensureTestHostsBuilt } from './build/build.js';
import { ensureInstalled } from './common/install.js';
import { root } from './common/project.js';
import { run } from './common/run.js';

const bin = (name) => join(root, 'node_modules/.bin', name);
// Not among Playwright's own results: it empties that folder when it starts.
const folder = join(root, '.cache/results');
const results = {
  unit: join(folder, 'unit.json'),
  storm: join(folder, 'storm.json'),
  browser: join(folder, 'browser.json'),
};

/** What the whole run is to take on two cores, in minutes: the sum of what its suites have. */
const minutesMeant = 30;
/** The same machine may be slower on another day: a suite is cut off much later, since what is cut off proves nothing. */
const patience = 1.6;

/**
 * Each suite says how many of its tests passed and failed. A check is one test. `seconds` is its
 * part of the time that is meant; what it does not need is left to those after it.
 */
const suites = [
  { name: 'Install', seconds: 180, run: () => check(ensureInstalled) },
  { name: 'Type check', seconds: 45, run: (seconds) => program(bin('tsc'), ['--noEmit'], seconds) },
  { name: 'Lint', seconds: 60, run: (seconds) => program(process.execPath, ['scripts/lint.js'], seconds) },
  { name: 'Unit and component tests', seconds: 300, run: unitTests },
  { name: 'Interleavings', seconds: 150, run: interleavings },
  {
    name: 'Build',
    seconds: 240,
    run: () => check(() => ensureBuilt().then(ensureTestHostsBuilt).then(ensureBenchesBuilt)),
  },
  { name: 'Packages', seconds: 165, run: packages },
  { name: 'Hosts', seconds: 100, run: hosts },
  { name: 'Browser tests', seconds: 560, run: browserTests },
];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const sums = [];
const begun = performance.now();
let until = begun;
for (const suite of suites) {
  console.log(`\n── ${suite.name} ──`);
  const start = performance.now();
  until += suite.seconds * patience * 1000;
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
const minutes = (performance.now() - begun) / 60_000;
if (minutes > minutesMeant) console.log(`That took ${minutes.toFixed(0)} minutes; ${minutesMeant} are meant.`);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
// A suite whose time was up may still be at work.
process.exit(total('failed') === 0 ? 0 : 1);

/** Fails when a suite has had its time. */
async function timeIsUp(name, seconds) {
  await sleep(seconds * 1000);
  throw new Error(
    `${name}: not done after ${seconds} s, which is all that is left for it of ${patience} times ${minutesMeant} minutes.`,
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

function unitTests(seconds) {
  return jest(['--maxWorkers=100%', '--selectProjects', 'logic', 'components'], results.unit, seconds);
}

/** In processes of their own: in one that has run other suites before, they take three times as long. */
function interleavings(seconds) {
  return jest(['--maxWorkers=100%', '--selectProjects', 'interleavings'], results.storm, seconds);
}

async function jest(args, outputFile, seconds) {
  const { code } = await run(bin('jest'), ['--ci', '--json', `--outputFile=${outputFile}`, ...args], { seconds });
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = read(outputFile);
  return sum({
    code,
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests + numTodoTests,
  });
}

/** What teams outside install: it packs, promises what was agreed on, can be read, and works in an empty project. */
async function packages() {
  const { pack } = await import('./pack/pack.js');
  const { changedReports } = await import('./pack/reports.js');
  const { checkInstalled } = await import('./pack/install-check.js');
  const { checkTarballs } = await import('./pack/tarball-check.js');
  await pack();
  const changed = changedReports();
  if (changed.length > 0)
    console.error(
      `What the packages promise has changed: ${changed.join(', ')}. If that is meant, run npm run generate -- reports and look at the difference.`,
    );
  const unread = await checkTarballs();
  const problems = await checkInstalled();
  for (const problem of [...unread, ...problems]) console.error(problem);
  const failed = [changed, unread, problems].filter(({ length }) => length > 0).length;
  return { passed: 4 - failed, failed };
}

/** Two hosts of other teams, with the packages of before: the React that most have, and federation without Baton's loader. */
async function hosts() {
  const { prepareHost, tryHosts } = await import('./test/hosts.js');
  const names = ['react-18', 'stock-federation'];
  for (const name of names) await prepareHost(name);
  return tryHosts(names);
}

async function browserTests(seconds) {
  const until = performance.now() + seconds * 1000;
  const { ensureChromium } = await import('./test/chromium.js');
  const { playwright } = await import('./test/playwright.js');
  console.log(`Browser: ${await ensureChromium()}`);
  // Playwright ends by itself a little earlier, so that it can say what it has found.
  const ownMs = Math.max(1, Math.round(until - performance.now() - 20_000));
  const code = await playwright(['--grep-invert', '@long', `--global-timeout=${ownMs}`], {
    seconds: ownMs / 1000 + 20,
  });
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
