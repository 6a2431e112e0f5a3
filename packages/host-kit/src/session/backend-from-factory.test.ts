import { createManualClock } from '@baton/contracts/testing';
import type { RoutingBackend } from '@baton/contracts';
import { countingRandom } from '../testing/counting-random';
import { fakeBackend } from '../testing/fake-backend';
import { settled } from '../testing/settled';
import { collectSurfaced } from '../testing/surfaced';
import { backendFromFactory } from './backend-from-factory';

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
const signIn = { type: 'signIn', commandId: 'command-1', ready: true } as const;

/** What a host without TypeScript may give back. */
const untyped = (made: unknown): RoutingBackend => JSON.parse(JSON.stringify(made ?? null));

function setUp(make: () => RoutingBackend | Promise<RoutingBackend>) {
  const clock = createManualClock();
  const made = jest.fn(make);
  return { clock, made, backend: backendFromFactory(made, clock, countingRandom()) };
}

test.each([
  ['at once', (backend: RoutingBackend) => backend],
  ['later', (backend: RoutingBackend) => Promise.resolve(backend)],
])('a backend that is given %s is made once, and does all that is asked', async (_when, give) => {
  const own = fakeBackend();
  const { backend, made } = setUp(() => give(own));
  expect(await backend.send(signIn)).toEqual({ ok: true, value: { commandId: 'command-1' } });
  expect(await backend.snapshot({})).toMatchObject({ ok: true });
  expect(await backend.recents({})).toMatchObject({ ok: false, error: { code: 'unsupported' } });
  backend.follow(7, listener, new AbortController().signal);
  await settled();
  expect(own.cursor).toBe(7);
  expect(made).toHaveBeenCalledTimes(1);
});

test('a follower that stops before the backend exists does not follow it', async () => {
  const own = fakeBackend();
  const { backend } = setUp(() => Promise.resolve(own));
  const following = new AbortController();
  backend.follow(7, listener, following.signal);
  following.abort();
  await settled();
  expect(own.stream).toBeUndefined();
  expect(own.cursor).toBeUndefined();
});

test.each([
  [
    'throws',
    () => {
      throw new Error('SDK not loaded');
    },
  ],
  ['rejects', () => Promise.reject(new Error('SDK not loaded'))],
])(
  'a function that %s is reported once with cause and cure, and called again for the next request',
  async (_how, fail) => {
    const own = fakeBackend();
    let attempts = 0;
    const { backend, made } = setUp(() => ((attempts += 1) < 3 ? fail() : own));
    for (const _attempt of [1, 2]) {
      expect(await backend.send(signIn)).toMatchObject({
        ok: false,
        error: { code: 'backend_unavailable', retryable: true, message: expect.stringContaining('SDK not loaded') },
      });
    }
    expect(own.sent).toEqual([]);
    expect(shown).toEqual([expect.any(Error)]);
    expect(String(shown)).toMatch(/option "backend" has failed: SDK not loaded\. .*Let it return a RoutingBackend/);
    expect(await backend.send(signIn)).toMatchObject({ ok: true });
    expect(made).toHaveBeenCalledTimes(3);
  },
);

test.each([
  ['nothing', undefined, 'what it gave has no send, follow, snapshot,'],
  ['an object of another kind', { baseUrl: '/' }, 'what it gave has no send, follow, snapshot,'],
])('a function that returns %s is reported with what is missing', async (_what, made, why) => {
  const { backend } = setUp(() => untyped(made));
  expect(await backend.snapshot({})).toMatchObject({
    ok: false,
    error: { code: 'backend_unavailable', message: expect.stringContaining(why) },
  });
  expect(String(shown)).toContain(why);
});

test('a request does not wait for ever, and is not sent to a backend that comes too late', async () => {
  const own = fakeBackend();
  let give: (backend: RoutingBackend) => void = () => undefined;
  const { backend, clock, made } = setUp(() => new Promise((resolve) => (give = resolve)));
  const sent = backend.send(signIn);
  clock.advance(8000);
  expect(await sent).toMatchObject({ ok: false, error: { code: 'backend_unavailable' } });
  give(own);
  await settled();
  expect(own.sent).toEqual([]);
  expect(await backend.send(signIn)).toMatchObject({ ok: true });
  expect(made).toHaveBeenCalledTimes(1);
  expect(shown).toEqual([]);
});

test('it is closed once, also when it comes after the end, and the function is not called again', async () => {
  const close = jest.fn();
  const { backend, made } = setUp(() => Promise.resolve({ ...fakeBackend(), close }));
  const sent = backend.send(signIn);
  backend.close?.();
  await sent;
  await settled();
  expect(close).toHaveBeenCalledTimes(1);
  expect(await backend.snapshot({})).toMatchObject({ ok: false, error: { code: 'backend_unavailable' } });
  expect(made).toHaveBeenCalledTimes(1);
});

test('a backend that was never used is not made for closing it', async () => {
  const { backend, made } = setUp(fakeBackend);
  backend.close?.();
  await settled();
  expect(made).not.toHaveBeenCalled();
});
