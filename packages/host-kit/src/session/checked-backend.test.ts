import { createManualClock, emptySnapshot } from '@baton/contracts/testing';
import { countingRandom } from '../testing/counting-random';
import { fakeBackend } from '../testing/fake-backend';
import { collectSurfaced } from '../testing/surfaced';
import { checkedBackend } from './checked-backend';

const mistake = new Error('not signed in at the product');
let shown: unknown[];

beforeEach(() => {
  shown = collectSurfaced();
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
  const backend = checkedBackend(fakeBackend(), createManualClock(), countingRandom());
  expect(await backend.send({ type: 'signOut', commandId: 'command-1' })).toEqual({
    ok: true,
    value: { commandId: 'command-1' },
  });
  expect(await backend.recents({})).toMatchObject({ ok: false, error: { code: 'unsupported' } });
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
])('one that %s: a command has an unknown outcome, a read can be repeated', async (_, fails) => {
  const backend = checkedBackend(
    { ...fakeBackend(), send: fails, searchTargets: fails, snapshot: fails },
    createManualClock(),
    countingRandom(),
  );
  const { message } = mistake;
  expect(await backend.send({ type: 'signOut', commandId: 'command-1' })).toMatchObject({
    ok: false,
    error: { code: 'unknown_outcome', retryable: false, message },
  });
  expect(await backend.searchTargets({ query: '', kinds: [], limit: 1 })).toMatchObject({
    ok: false,
    error: { code: 'backend_unavailable', retryable: true, message },
  });
  expect(await backend.snapshot({})).toMatchObject({ ok: false, error: { code: 'backend_unavailable' } });
  expect(shown).toEqual([mistake, mistake, mistake]);
});

test('an aborted read is not reported as an error', async () => {
  const backend = checkedBackend(
    { ...fakeBackend(), favourites: () => Promise.reject(mistake) },
    createManualClock(),
    countingRandom(),
  );
  expect(await backend.favourites({}, AbortSignal.abort())).toMatchObject({ ok: false });
  expect(shown).toEqual([]);
});

test('a stream that cannot be followed is begun anew from a snapshot', () => {
  const follow = () => {
    throw mistake;
  };
  checkedBackend({ ...fakeBackend(), follow }, createManualClock(), countingRandom()).follow(
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
  const backend = checkedBackend(silent, clock, countingRandom());
  const sent = backend.send({ type: 'signOut', commandId: 'command-1' });
  const snapshot = backend.snapshot({});
  clock.advance(8000);
  expect(await sent).toMatchObject({ ok: false, error: { code: 'unknown_outcome' } });
  expect(await snapshot).toMatchObject({ ok: false, error: { code: 'backend_unavailable' } });
  expect(shown).toEqual([]);
});

test('it is closed; one that cannot be is shown, and nothing else stops', () => {
  const close = jest.fn(() => {
    throw mistake;
  });
  checkedBackend({ ...fakeBackend(), close }, createManualClock(), countingRandom()).close?.();
  expect(close).toHaveBeenCalledTimes(1);
  expect(shown).toEqual([mistake]);
});

describe('shapes', () => {
  const { agent: _agent, ...withoutAgent } = emptySnapshot();
  const misshapen: [what: string, snapshot: unknown, place: string][] = [
    ['nothing', undefined, 'backend.snapshot() of the page'],
    ['no result', emptySnapshot(), 'ok: Invalid key'],
    ['a snapshot that lacks a field', { ok: true, value: withoutAgent }, 'value.agent: Invalid key'],
    ['a field that is something else', { ok: true, value: emptySnapshot({ cursor: -1 }) }, 'value.cursor: '],
    ['an error that is none', { ok: false, error: 'no' }, 'error: Invalid type'],
  ];

  /** A backend that a host has written without TypeScript. */
  const saying = (methods: object) => Object.assign(fakeBackend(), methods);

  test.each(misshapen)('%s: a failure, and the console says where and what to return, once', async (_, said, place) => {
    const own = saying({ snapshot: () => Promise.resolve(said) });
    const backend = checkedBackend(own, createManualClock(), countingRandom());
    for (const _attempt of [1, 2]) {
      const answer = await backend.snapshot({});
      expect(answer).toMatchObject({ ok: false, error: { code: 'internal', message: expect.stringContaining(place) } });
    }
    expect(shown).toEqual([expect.any(TypeError)]);
    expect(String(shown[0])).toContain(place);
    expect(String(shown[0])).toContain('Return { ok: true, value } or { ok: false, error }');
  });

  test('a command with a malformed answer has an unknown outcome', async () => {
    const own = saying({ send: () => Promise.resolve({ taken: true }) });
    const backend = checkedBackend(own, createManualClock(), countingRandom());
    expect(await backend.send({ type: 'signOut', commandId: 'command-1' })).toMatchObject({
      ok: false,
      error: { code: 'unknown_outcome' },
    });
  });

  test('words that this version does not know are kept', async () => {
    const notice = { id: 'n', version: 1, at: 1, kind: 'survey', severity: 'mild', stars: 5, read: false };
    const own = saying({
      snapshot: () => Promise.resolve({ ok: true, value: { ...emptySnapshot(), notices: [notice] } }),
    });
    expect(await checkedBackend(own, createManualClock(), countingRandom()).snapshot({})).toMatchObject({
      value: { notices: [{ ...notice, kind: 'unknown:survey', severity: 'unknown:mild' }] },
    });
  });

  test('a malformed frame leads to a snapshot: nothing of it is used, and nothing that follows', () => {
    const own = fakeBackend();
    const heard: unknown[] = [];
    checkedBackend(own, createManualClock(), countingRandom()).follow(
      1,
      { ...listener, onFrame: (frame) => heard.push(frame), onGap: () => heard.push('gap') },
      new AbortController().signal,
    );
    const { stream } = own;
    const frame = { v: 1 as const, cursor: 2, at: 1, events: [] };
    stream?.onFrame(frame);
    stream?.onFrame({ ...frame, cursor: Number.NaN });
    stream?.onFrame({ ...frame, cursor: 4 });
    expect(heard).toEqual([frame, 'gap']);
    expect(own.stream).toBeUndefined();
    expect(String(shown)).toContain('listener.onFrame(frame) of the page');
    expect(String(shown)).toContain('cursor: ');
  });
});
