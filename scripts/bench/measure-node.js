import { join } from 'node:path';
import { root } from '../common/project.js';
import { run } from '../common/run.js';

const rounds = 7;
const candidates = ['map and loop', 'baton', 'nanoevents', 'mitt'];
const program = (name) => join(root, 'dist/bench/node', `${name}.js`);

async function json(name, ...args) {
  const { code, output } = await run(process.execPath, [program(name), ...args], { onOutput: () => undefined });
  if (code !== 0) throw new Error(`The benchmark ${name} failed.\n${output}`);
  return JSON.parse(output);
}

/** @returns {Promise<Record<string, string>[]>} a row per bus */
export async function measureBus() {
  const measured = new Map(candidates.map((candidate) => [candidate, []]));
  for (let round = 0; round < rounds; round += 1) {
    // In another order each round, so that no candidate always runs first.
    const order = candidates.map((_, index) => candidates[(index + round) % candidates.length]);
    for (const candidate of order) measured.get(candidate).push((await json('bus', candidate)).result);
  }
  const median = (candidate, listeners) => {
    const values = measured.get(candidate).map((result) => result[listeners]);
    return values.sort((a, b) => a - b)[Math.floor(rounds / 2)];
  };
  return candidates.map((candidate) => ({
    bus: candidate,
    ...Object.fromEntries(
      [1, 10, 100].map((listeners) => {
        const value = median(candidate, listeners);
        return [
          `${listeners} listener${listeners === 1 ? '' : 's'}`,
          `${value.toFixed(1)} (${(value / median(candidates[0], listeners)).toFixed(2)}×)`,
        ];
      }),
    ),
  }));
}

/** @returns {Promise<Record<'conversation' | 'presence', Record<string, string | number>[]>>} rows of two tables */
export async function measureReducer() {
  const { frames, events, median, best, presence } = await json('reducer');
  return {
    conversation: [
      {
        frames,
        events,
        'µs per event (median of 7)': median.toFixed(2),
        '(best)': best.toFixed(2),
        'events per second': Math.round(1e6 / median).toLocaleString('en-GB'),
      },
    ],
    presence: presence.map((row) => ({
      targets: row.targets.toLocaleString('en-GB'),
      'µs (median of 201)': row.median.toFixed(2),
    })),
  };
}

/**
 * Each value in milliseconds, and in brackets how many times that of the first row.
 *
 * @returns {Promise<Record<'bySize' | 'byDirectory' | 'byHandOvers' | 'reopening', Record<string, string | number>[]>>}
 */
export async function measureContactCentre() {
  const measured = await json('contact-centre');
  const rows = (byCount, of) => {
    const [[, first]] = Object.entries(byCount);
    return Object.entries(byCount).map(([count, values]) => ({
      [of]: Number(count).toLocaleString('en-GB'),
      ...Object.fromEntries(
        Object.entries(values).map(([what, value]) => [
          what,
          `${value.toFixed(2)} (${(value / first[what]).toFixed(1)}×)`,
        ]),
      ),
    }));
  };
  return {
    bySize: rows(measured.bySize, 'agents'),
    byDirectory: rows(measured.byDirectory, 'targets'),
    byHandOvers: rows(measured.byHandOvers, 'hand-overs'),
    reopening: rows(measured.reopening, 'steps'),
  };
}
