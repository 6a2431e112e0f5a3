import { createEventBus } from '@baton/event-bus';
import { createDesktopStore } from '@baton/desktop';
import { createManualClock } from '@baton/contracts/testing';
import { countingRandom } from '../testing/counting-random';
import { emptySnapshot } from '../testing/fake-backend';
import { keepDeviceMemory } from './device-memory';
import { answerNotices } from './notices';

/** Windows of one agent on one device, which hear of each other's storage at once. */
function windows(count: number) {
  const clock = createManualClock();
  const random = countingRandom();
  let kept: string | undefined;
  const watchers = new Map<number, () => void>();
  const opened = Array.from({ length: count }, (_, index) => {
    const store = createDesktopStore();
    store.dispatch({ type: 'snapshot', snapshot: emptySnapshot(), receivedAt: clock.now() });
    keepDeviceMemory(store, {
      get: () => kept,
      set(_key, value) {
        kept = value;
        for (const [other, hear] of watchers) if (other !== index) hear();
      },
      remove: () => undefined,
      watch: (_key, hear) => (watchers.set(index, hear), () => undefined),
    });
    answerNotices({ bus: createEventBus({ clock }), store, clock, random }, new AbortController().signal);
    return store;
  });
  const all = (connection: 'connectionLost' | 'live') => {
    for (const store of opened) {
      store.dispatch({
        type: 'connectionChanged',
        connection: connection === 'live' ? { state: 'live' } : { state: 'connectionLost', since: clock.now() },
      });
      // They do not notice it at the same moment.
      clock.advance(3000);
    }
  };
  return {
    all,
    notices: () =>
      opened.map((store) =>
        Object.values(store.getState().notices)
          .toSorted((a, b) => a.at - b.at)
          .map(({ kind }) => kind),
      ),
  };
}

test('an outage is one entry for all windows of an agent, and so is its end; the next one is another', () => {
  const { all, notices } = windows(2);
  const outage = ['connection.lost', 'connection.restored'];
  for (const connection of ['live', 'connectionLost', 'live'] as const) all(connection);
  expect(notices()).toEqual([outage, outage]);
  for (const connection of ['connectionLost', 'live'] as const) all(connection);
  expect(notices()).toEqual([
    [...outage, ...outage],
    [...outage, ...outage],
  ]);
});
