import { join } from 'node:path';
import { root } from '../common/project.js';
import { run } from '../common/run.js';
import { createDesktopFiles } from '../serve/desktop-files.js';
import { listen } from '../serve/desktop-servers.js';
import { createStaticFiles } from '../serve/static-files.js';
import { withContactCentre } from '../serve/with-contact-centre.js';
import { observeInteractions } from './observe-interactions.js';
import { observeScale } from './observe-scale.js';
import { observeStorm } from './observe-storm.js';

const ROUNDS = 2;
const SIZES = {
  'sms-window': [10, 50, 1000, 10_000, 50_000],
  'team-communicator': [50, 2000, 50_000],
  '@tanstack/react-virtual': [50, 1000, 10_000, 50_000],
  virtua: [50, 1000, 10_000, 50_000],
  'react-virtuoso': [50, 1000, 10_000, 50_000],
  'all rows': [50, 1000, 2000],
  'bare textarea': [0],
};
/** What each number is compared with. */
const USUAL_ROWS = 50;
const STORES = ['map and call', 'baton', 'zustand', 'react-query'];
const TARGETS = [100, 10_000, 100_000];

/**
 * Measures lists of every size in pages of their own.
 *
 * @param {import('@playwright/test').Browser} browser
 * @returns {Promise<(...subjects: string[]) => Record<string, string>[]>} gives rows of a table: milliseconds, and how many times those with fifty rows
 */
export async function measureLists(browser) {
  const server = await listen(createStaticFiles({ mounts: { '/': join(root, 'dist/bench/scale') }, policy: false }));
  const cases = Object.entries(SIZES).flatMap(([subject, sizes]) => sizes.map((rows) => ({ subject, rows })));
  const measured = await inRounds(cases, (asked) => observeScale(browser, server.origin, asked));
  await server.close();

  const rowOf = (one) => {
    const values = measured.get(one);
    const usual = measured.get(
      cases.find(({ subject, rows }) => subject === one.subject && rows === USUAL_ROWS) ?? one,
    );
    const cells = Object.entries(values).map(([what, value]) => [
      what,
      what === 'nodes' ? value : cell(value, usual[what]),
    ]);
    return { list: one.subject, rows: grouped(one.rows), ...Object.fromEntries(cells) };
  };
  return (...subjects) => cases.filter(({ subject }) => subjects.includes(subject)).map(rowOf);
}

/**
 * Lets storms go over the whole desktop.
 *
 * @param {import('@playwright/test').Browser} browser
 * @returns {Promise<Record<string, string>[]>}
 */
export async function measureStorms(browser) {
  const measured = await inRounds(['desktop'], () =>
    withBusyDesktop((origin, centre) => observeStorm(browser, origin, centre)),
  );
  return Object.entries(measured.get('desktop')).map(([storm, value]) => ({
    storm,
    'CPU ms per second': value.toFixed(1),
  }));
}

/**
 * Measures how long people wait for a picture after a press, on a processor slowed down to a quarter.
 *
 * @param {import('@playwright/test').Browser} browser
 * @returns {Promise<Record<string, string>[]>} milliseconds
 */
export async function measureInteractions(browser) {
  const measured = await withBusyDesktop((origin) => observeInteractions(browser, origin));
  return Object.entries(measured).map(([press, durations]) => {
    const inOrder = durations.toSorted((a, b) => a - b);
    return {
      press,
      'median ms': told(inOrder[Math.floor(inOrder.length / 2)]),
      'longest ms': told(inOrder.at(-1)),
    };
  });
}

/** Browsers tell of no event under 16 ms. */
function told(duration) {
  return duration === 0 ? '< 16' : `${duration}`;
}

/** Serves a desktop with fifty conversations and 20,000 targets. */
async function withBusyDesktop(observe) {
  const { openStormCentre } = await import('../../dist/bench/node/storm-centre.js');
  const centre = await openStormCentre();
  const server = await listen(withContactCentre(centre.listener, createDesktopFiles({ flavour: 'live' })));
  const observed = await observe(server.origin, centre);
  await server.close();
  centre.close();
  return observed;
}

/**
 * Measures stores of presences, in a process each.
 *
 * @returns {Promise<Record<string, string>[]>} microseconds, and how many times those of a map
 */
export async function measurePresence() {
  const cases = TARGETS.flatMap((targets) => STORES.map((store) => ({ store, targets })));
  const measured = await inRounds(cases, async ({ store, targets }) => {
    const program = join(root, 'dist/bench/node/presence.js');
    const { code, output } = await run(process.execPath, [program, store, `${targets}`], { onOutput: () => undefined });
    if (code !== 0) throw new Error(`The benchmark presence failed.\n${output}`);
    return { change: JSON.parse(output) };
  });
  const timeOf = (store, targets) =>
    measured.get(cases.find((one) => one.store === store && one.targets === targets)).change;
  return STORES.map((store) => ({
    store,
    ...Object.fromEntries(
      TARGETS.map((targets) => [
        `${grouped(targets)} targets`,
        cell(timeOf(store, targets), timeOf(STORES[0], targets)),
      ]),
    ),
  }));
}

/** The least of what was measured in each round; the order changes, so that none is always measured first. */
async function inRounds(cases, measure) {
  const least = new Map();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const one of round % 2 === 0 ? cases : cases.toReversed()) {
      const values = await measure(one);
      const known = least.get(one) ?? values;
      least.set(
        one,
        Object.fromEntries(Object.entries(values).map(([what, value]) => [what, Math.min(value, known[what])])),
      );
    }
  }
  return new Map(cases.map((one) => [one, least.get(one)]));
}

function cell(value, usual) {
  return Number.isNaN(value) ? '–' : `${value.toFixed(1)} (${(value / usual).toFixed(1)}×)`;
}

function grouped(number) {
  return number.toLocaleString('en-GB');
}
