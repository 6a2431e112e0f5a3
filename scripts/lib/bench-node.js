import { join } from 'node:path';
import { root } from './project.js';
import { run } from './run.js';

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
    // Turned each round, so that nobody always runs first.
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

/** @returns {Promise<Record<string, string | number>[]>} one row */
export async function measureReducer() {
  const { frames, events, median, best } = await json('reducer');
  return [
    {
      frames,
      events,
      'µs per event (median of 7)': median.toFixed(2),
      '(best)': best.toFixed(2),
      'events per second': Math.round(1e6 / median).toLocaleString('en-GB'),
    },
  ];
}
