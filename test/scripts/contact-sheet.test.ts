import { webcrypto } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { withoutJitter } from '../../scripts/contact-sheet/boxes.js';
import { fixedTimeScript } from '../../scripts/contact-sheet/fixed-time.js';
import { readOptions } from '../../scripts/contact-sheet/options.js';
import { progressLine } from '../../scripts/contact-sheet/progress.js';
import { shotsOf } from '../../scripts/contact-sheet/shots.js';
import { scenarios } from '../../mocks/scenarios';
import { states } from '../../mocks/states';

const ids = ['declined', 'invited'];

test('without options every state is taken in the usual looks', () => {
  expect(readOptions([], ids)).toEqual({
    make: 'sheet',
    looks: { themes: ['light', 'dark'], widths: [1440, 320], locales: ['en', 'ar'] },
    states: ids,
    workers: 2,
  });
});

test('options are lists, and say what is to be made', () => {
  const args = ['--states', 'invited', '--themes', 'contrast-light, dark', '--widths=776', '--locales', 'en-XA'];
  expect(readOptions([...args, '--workers', '4', '--against', 'HEAD~1'], ids)).toEqual({
    make: 'sheet',
    looks: { themes: ['contrast-light', 'dark'], widths: [776], locales: ['en-XA'] },
    states: ['invited'],
    workers: 4,
    against: 'HEAD~1',
  });
  expect(readOptions(['--thumbnails'], ids).make).toBe('thumbnails');
  expect(readOptions(['--snapshots'], ids).make).toBe('snapshots');
});

test.each([
  [['--states', 'invited,earthquake'], 'There is no state "earthquake". Choose among: declined, invited.'],
  [['--themes', 'pink'], 'There is no theme "pink". Choose among: light, dark, contrast-light, contrast-dark.'],
  [['--widths', '20'], '"20" is no width: give a whole number from 240 to 4000.'],
  [['--workers', 'all'], '"all" is no number of workers: give a whole number from 1 to 16.'],
  [['--thumbnails', '--snapshots'], 'Ask for --thumbnails or for --snapshots, one at a time.'],
])('%j is refused', (args, message) => {
  expect(() => readOptions(args, ids)).toThrow(message);
});

test('a picture is taken of each state in each look, and none of a state twice in a row', () => {
  const situations = ids.map((id) => ({ id, agent: 'ana', loadsForEver: false }));
  const shots = shotsOf(situations, { themes: ['light', 'dark'], widths: [320], locales: ['en', 'ar'] });
  expect(shots.map(({ file }) => file)).toEqual([
    'declined.light.320.en.png',
    'invited.light.320.en.png',
    'declined.light.320.ar.png',
    'invited.light.320.ar.png',
    'declined.dark.320.en.png',
    'invited.dark.320.en.png',
    'declined.dark.320.ar.png',
    'invited.dark.320.ar.png',
  ]);
  expect(shots[2]).toMatchObject({ address: '/?at=declined&agent=ana&theme=light&locale=ar', dir: 'rtl', height: 720 });
});

test('progress says how many, how fast, and how long it still takes', () => {
  expect(progressLine({ done: 0, total: 272, ms: 0 })).toBe('0 of 272');
  expect(progressLine({ done: 72, total: 272, ms: 36_000 })).toBe('72 of 272 · 2.0 a second · 1 min 40 s left');
  expect(progressLine({ done: 272, total: 272, ms: 90_000 })).toBe('272 of 272 · 3.0 a second · 1 min 30 s in all');
});

test('a page begins at the fixed time, and so does the worker that it starts; its errors have one reference', () => {
  const page = createContext({
    crypto: webcrypto,
    navigator: { userActivation: {} },
    Uint8Array,
    SharedWorker: class {
      constructor(readonly url: string) {}
    },
  });
  runInContext(fixedTimeScript, page);
  expect(runInContext('new Date().toISOString()', page)).toMatch(/^2026-03-02T10:40:0/);
  expect(runInContext('new Date(0).toISOString()', page)).toBe('1970-01-01T00:00:00.000Z');
  expect(runInContext("new SharedWorker('/worker.js').url", page)).toBe('/worker.js?fixed-time');
  const draw = () => runInContext('[...crypto.getRandomValues(new Uint8Array(16))].join()', page);
  expect(draw()).toMatch(/^186,186,186,186,/);
  expect(draw()).not.toBe(draw());
});

describe('boxes of another machine', () => {
  const before = ['top 0,0 1440×48', '  button 66,6 218×36', 'banner 16,12 1104×62'];

  test('keep their numbers where they have hardly moved', () => {
    expect(withoutJitter(before, ['top 0,0 1440×48', '  button 63,6 223×36', 'banner 16,12 1104×62'])).toEqual(before);
  });

  test('tell what is higher or lower, and a part that has come or gone', () => {
    const now = ['top 0,0 1440×48', '  count 9,9 20×20', '  button 66,6 218×36', 'banner 16,12 1104×66'];
    expect(withoutJitter(before, now)).toEqual(now);
    expect(withoutJitter(before, before.slice(1))).toEqual(before.slice(1));
  });
});

test('each state and scenario has a small picture in docs/thumbnails/', () => {
  const folder = join(__dirname, '../../docs/thumbnails');
  const known = [...states, ...scenarios].map(({ id }) => `${id}.jpg`);
  const missing = known.filter((file) => !existsSync(join(folder, file)));
  const gone = readdirSync(folder).filter((file) => file.endsWith('.jpg') && !known.includes(file));
  expect({ missing, gone, renewedBy: 'npm run contact-sheet -- --thumbnails' }).toEqual({
    missing: [],
    gone: [],
    renewedBy: 'npm run contact-sheet -- --thumbnails',
  });
});
