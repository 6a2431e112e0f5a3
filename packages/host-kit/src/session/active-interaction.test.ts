import { createEventBus } from '@baton/event-bus';
import { createDesktopStore } from '@baton/desktop';
import { createManualClock } from '@baton/contracts/testing';
import { emptySnapshot } from '../testing/fake-backend';
import { anInteraction } from '../testing/builders';
import { keepActiveInteraction } from './active-interaction';

function setUp() {
  const desktop = createDesktopStore();
  const bus = createEventBus({ clock: createManualClock() });
  const active = keepActiveInteraction({ bus, desktop }, new AbortController().signal);
  const told: unknown[] = [];
  bus.on('interaction.active', (fact) => void told.push(fact));
  const snapshot = (...ids: string[]) =>
    desktop.dispatch({
      type: 'snapshot',
      snapshot: emptySnapshot({ interactions: ids.map((id) => anInteraction({ id })) }),
      receivedAt: 0,
    });
  return { active, bus, told, snapshot };
}

test('the first is in front until another one is asked for', () => {
  const { active, snapshot, told } = setUp();
  snapshot('i1', 'i2');
  active.open('i2');
  expect(told).toEqual([
    { interactionId: 'i1', focus: false },
    { interactionId: 'i2', focus: true },
  ]);
});

test('one that has left stays away, whoever asks for it', async () => {
  const { active, bus, snapshot } = setUp();
  snapshot('i1');
  active.open('gone');
  await bus.request('interaction.open', { interactionId: 'gone', focus: true });
  expect(active.get()).toBe('i1');
});

test('one that is asked for before anything is known is in front when it is there', () => {
  const { active, snapshot } = setUp();
  active.open('i2');
  snapshot('i1', 'i2');
  expect(active.get()).toBe('i2');
});
