import { createManualClock } from '@baton/contracts/testing';
import { prepareAutoAnswer } from './auto-answer';

type Holder = () => Promise<void>;

/** The locks of a browser profile: one holder for each name, the others wait for their turn. */
function profileLocks() {
  const queues = new Map<string, Promise<unknown>>();
  return {
    request(name: string, { signal }: { signal: AbortSignal }, work: Holder) {
      const turn = (queues.get(name) ?? Promise.resolve()).then(() => {
        if (signal.aborted) throw new DOMException('Aborted', 'AbortError');
        return work();
      });
      queues.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}

function setLocks(locks: object | undefined) {
  if (locks === undefined) Reflect.deleteProperty(navigator, 'locks');
  else Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
}

afterEach(() => setLocks(undefined));

const settled = () => new Promise(setImmediate);

test('of two windows one claims an invitation; the other never, once it has ended', async () => {
  setLocks(profileLocks());
  const clock = createManualClock();
  const ended = [new AbortController(), new AbortController()];
  const claimed: number[] = [];
  const { claim } = prepareAutoAnswer({}, 'ana', clock);
  ended.forEach(({ signal }, window) => void claim('i1', signal).then(() => claimed.push(window)));
  await settled();
  expect(claimed).toEqual([0]);
  ended[0]?.abort();
  await settled();
  // The other window learns of the end later.
  clock.advance(1000);
  await settled();
  expect(claimed).toEqual([0]);
  ended[1]?.abort();
  clock.advance(5000);
  await settled();
  expect(claimed).toEqual([0]);
});

test.each([
  ['there are no locks', undefined],
  ['locks are denied', { request: () => Promise.reject(new DOMException('Denied', 'SecurityError')) }],
])('each window accepts where %s', async (_, locks) => {
  setLocks(locks);
  const { claim, preview, seconds } = prepareAutoAnswer({}, 'ana', createManualClock());
  await claim('i1', new AbortController().signal);
  expect({ preview, seconds }).toEqual({ preview: true, seconds: 5 });
});
