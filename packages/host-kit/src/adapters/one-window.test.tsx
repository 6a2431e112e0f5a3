import { createManualClock } from '@baton/contracts/testing';
import { inOneWindow } from './one-window';

type Holder = (lock: { name: string } | null) => Promise<void> | undefined;

/** The locks of a browser profile, as far as they are used. */
function profileLocks() {
  const held = new Set<string>();
  return {
    held,
    async request(name: string, _: { ifAvailable: true }, work: Holder) {
      if (held.has(name)) return work(null);
      held.add(name);
      await Promise.resolve(work({ name })).finally(() => held.delete(name));
      return undefined;
    },
  };
}

function setLocks(locks: object | undefined) {
  if (locks === undefined) Reflect.deleteProperty(navigator, 'locks');
  else Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
}

afterEach(() => setLocks(undefined));

test('of several windows one runs the action', async () => {
  const locks = profileLocks();
  setLocks(locks);
  const clock = createManualClock();
  const done: string[] = [];
  inOneWindow('sound.i1', clock, () => done.push('first'));
  inOneWindow('sound.i1', clock, () => done.push('second'));
  inOneWindow('sound.i2', clock, () => done.push('of another occasion'));
  expect(done).toEqual(['first', 'of another occasion']);
  clock.advance(2000);
  await new Promise(setImmediate);
  expect(locks.held.size).toBe(0);
});

test('an action that throws is not run again, and its error is re-thrown', async () => {
  setLocks(profileLocks());
  const later = jest.spyOn(globalThis, 'queueMicrotask').mockReturnValue(undefined);
  const work = jest.fn(() => {
    throw new Error('broken sound');
  });
  inOneWindow('sound.i1', createManualClock(), work);
  await new Promise(setImmediate);
  expect(work).toHaveBeenCalledTimes(1);
  expect(later.mock.calls[0]?.[0]).toThrow('broken sound');
  later.mockRestore();
});

test.each([
  ['there are no locks', undefined],
  ['locks are denied', { request: () => Promise.reject(new DOMException('Denied', 'SecurityError')) }],
])('the action runs even where %s', async (_, locks) => {
  setLocks(locks);
  const work = jest.fn();
  inOneWindow('sound.i1', createManualClock(), work);
  await new Promise(setImmediate);
  expect(work).toHaveBeenCalledTimes(1);
});
