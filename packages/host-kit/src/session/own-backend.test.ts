import { createManualClock } from '@baton/contracts/testing';
import { countingRandom } from '../testing/counting-random';
import { fakeBackend } from '../testing/fake-backend';
import { failuresAsValues } from './own-backend';

const mistake = new Error('not signed in at the product');
let shown: unknown[];

beforeEach(() => {
  shown = [];
  jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((job) => {
    try {
      job();
    } catch (error) {
      shown.push(error);
    }
  });
});
afterEach(() => jest.restoreAllMocks());

const listener = {
  onFrame: jest.fn(),
  onOpen: jest.fn(),
  onBreak: jest.fn(),
  onGap: jest.fn(),
  onLost: jest.fn(),
  onTime: jest.fn(),
};

test('answers go through as they are', async () => {
  const backend = failuresAsValues(fakeBackend(), createManualClock(), countingRandom());
  expect(await backend.send({ type: 'signOut', commandId: 'c-1' })).toEqual({ ok: true, value: { commandId: 'c-1' } });
  expect(await backend.recents()).toMatchObject({ ok: false, error: { code: 'unsupported' } });
  expect(shown).toEqual([]);
});

test.each([
  ['rejects', () => Promise.reject(mistake)],
  [
    'throws',
    () => {
      throw mistake;
    },
  ],
])('one that %s: of a command nobody knows what became, a read can be repeated', async (_, fails) => {
  const backend = failuresAsValues(
    { ...fakeBackend(), send: fails, searchTargets: fails, snapshot: fails },
    createManualClock(),
    countingRandom(),
  );
  const { message } = mistake;
  expect(await backend.send({ type: 'signOut', commandId: 'c-1' })).toMatchObject({
    ok: false,
    error: { code: 'unknown_outcome', retryable: false, message },
  });
  expect(await backend.searchTargets({ query: '', kinds: [], limit: 1 })).toMatchObject({
    ok: false,
    error: { code: 'backend_unavailable', retryable: true, message },
  });
  expect(await backend.snapshot()).toMatchObject({ ok: false, error: { code: 'backend_unavailable' } });
  expect(shown).toEqual([mistake, mistake, mistake]);
});

test('a read that was called off is no mistake', async () => {
  const backend = failuresAsValues(
    { ...fakeBackend(), favourites: () => Promise.reject(mistake) },
    createManualClock(),
    countingRandom(),
  );
  expect(await backend.favourites(AbortSignal.abort())).toMatchObject({ ok: false });
  expect(shown).toEqual([]);
});

test('a stream that cannot be followed is begun anew from a snapshot', () => {
  const follow = () => {
    throw mistake;
  };
  failuresAsValues({ ...fakeBackend(), follow }, createManualClock(), countingRandom()).follow(
    1,
    listener,
    new AbortController().signal,
  );
  expect(listener.onGap).toHaveBeenCalledTimes(1);
  expect(shown).toEqual([mistake]);
});

test('a command or a question without an answer fails after eight seconds: no screen waits for ever', async () => {
  const clock = createManualClock();
  const silent = {
    ...fakeBackend(),
    send: () => new Promise<never>(() => {}),
    snapshot: () => new Promise<never>(() => {}),
  };
  const backend = failuresAsValues(silent, clock, countingRandom());
  const sent = backend.send({ type: 'signOut', commandId: 'command-1' });
  const snapshot = backend.snapshot();
  clock.advance(8000);
  expect(await sent).toMatchObject({ ok: false, error: { code: 'unknown_outcome' } });
  expect(await snapshot).toMatchObject({ ok: false, error: { code: 'backend_unavailable' } });
  expect(shown).toEqual([]);
});
