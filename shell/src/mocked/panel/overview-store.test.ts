import { createManualClock } from '@baton/contracts/testing';
import type { Overview } from '@baton/mocks/browser';
import { createOverviewStore } from './overview-store';

const overview: Overview = {
  life: 1,
  startedAt: 0,
  now: 0,
  rate: 1,
  agents: [],
  conversations: [],
  transfers: [],
  invitations: [],
  deadlines: [],
  streams: 0,
  network: { latencyMs: [0, 0], failures: [], outages: [], stream: 'live' },
  colleagues: [],
  directorySize: 0,
  presenceTraffic: 0,
};

function setUp() {
  const clock = createManualClock();
  const page = Object.assign(new EventTarget(), { hidden: false });
  const ask = jest.fn(async () => ({ ...overview, now: clock.now() }));
  const store = createOverviewStore({ control: { overview: ask }, clock, page });
  return { clock, page, ask, store };
}

const settle = () => new Promise(setImmediate);

test('the overview is fresh every second while it is looked at, and nothing is asked before and after', async () => {
  const { clock, ask, store } = setUp();
  clock.advance(5000);
  expect(ask).not.toHaveBeenCalled();

  const stop = store.subscribe(() => undefined);
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
  for (const count of [2, 3]) {
    clock.advance(1000);
    await settle();
    expect(ask).toHaveBeenCalledTimes(count);
  }
  expect(store.getState().overview?.now).toBe(7000);

  stop();
  clock.advance(5000);
  await settle();
  expect(ask).toHaveBeenCalledTimes(3);
  expect(clock.pending()).toBe(0);
});

test('a hidden page asks for nothing, and catches up when it is seen again', async () => {
  const { clock, page, ask, store } = setUp();
  page.hidden = true;
  store.subscribe(() => undefined);
  clock.advance(3000);
  await settle();
  expect(ask).not.toHaveBeenCalled();

  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  await settle();
  expect(ask).toHaveBeenCalledTimes(1);
});

test('what is done shows at once; what is refused is told until the next thing is done', async () => {
  const { clock, store } = setUp();
  store.subscribe(() => undefined);
  await settle();

  await store.act(() => Promise.reject(new Error('customerWrites: There is no such conversation')));
  expect(store.getState()).toMatchObject({ problem: 'customerWrites: There is no such conversation' });
  clock.advance(1000);
  await settle();
  expect(store.getState()).toMatchObject({ problem: 'customerWrites: There is no such conversation' });

  await store.act(async () => undefined);
  expect(store.getState().problem).toBeUndefined();
});

test('an overview that does not come leaves the last one, and says so', async () => {
  const { clock, ask, store } = setUp();
  store.subscribe(() => undefined);
  await settle();
  ask.mockRejectedValueOnce(new Error('overview: The answer is 500'));
  clock.advance(1000);
  await settle();
  expect(store.getState()).toMatchObject({ overview: { now: 0 }, problem: 'overview: The answer is 500' });
});
