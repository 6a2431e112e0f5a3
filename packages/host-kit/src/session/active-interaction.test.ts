import { createEventBus } from '@baton/event-bus';
import { createDesktopStore } from '@baton/desktop';
import { createManualClock, emptySnapshot } from '@baton/contracts/testing';
import { anInteraction } from '../testing/builders';
import { keepActiveInteraction } from './active-interaction';

function setUp(memory = new Map<string, string>()) {
  const desktop = createDesktopStore();
  const bus = createEventBus({ clock: createManualClock() });
  const ofThisWindow = {
    get: (key: string) => memory.get(key),
    set: (key: string, value: string) => void memory.set(key, value),
    remove: (key: string) => void memory.delete(key),
  };
  const active = keepActiveInteraction({ bus, desktop }, ofThisWindow, new AbortController().signal);
  const told: unknown[] = [];
  bus.on('interaction.active', (fact) => void told.push(fact));
  const snapshot = (...ids: string[]) =>
    desktop.dispatch({
      type: 'snapshot',
      snapshot: emptySnapshot({ interactions: ids.map((id) => anInteraction({ id })) }),
      receivedAt: 0,
    });
  return { active, bus, desktop, memory, told, snapshot };
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

test('an interaction that has left cannot be opened', async () => {
  const { active, bus, snapshot } = setUp();
  snapshot('i1');
  active.open('gone');
  await bus.request('interaction.open', { interactionId: 'gone', focus: true });
  expect(active.get()).toBe('i1');
});

test('the next one waits until the window of one that has left closes', () => {
  const { active, bus, snapshot, told } = setUp();
  snapshot('i1', 'i2');
  bus.emit('window.shown', { interactionId: 'i1' });
  snapshot('i2');
  expect(active.get()).toBe('i1');
  bus.emit('window.shown', { interactionId: null });
  expect(told.slice(1)).toEqual([{ interactionId: 'i2', focus: false }]);
});

test('one that the agent opens does not wait for that', () => {
  const { active, bus, snapshot } = setUp();
  snapshot('i1', 'i2', 'i3');
  bus.emit('window.shown', { interactionId: 'i1' });
  snapshot('i2', 'i3');
  active.open('i3');
  bus.emit('window.shown', { interactionId: 'i3' });
  expect(active.get()).toBe('i3');
});

test('one that is asked for before anything is known is in front when it is there', () => {
  const { active, snapshot } = setUp();
  active.open('i2');
  snapshot('i1', 'i2');
  expect(active.get()).toBe('i2');
});

test('after a reload the same one is in front, without taking the focus', () => {
  const before = setUp();
  before.snapshot('i1', 'i2');
  before.active.open('i2');
  const after = setUp(before.memory);
  after.snapshot('i1', 'i2');
  expect(after.told).toEqual([{ interactionId: 'i2', focus: false }]);
});

test('one that has left meanwhile gives way to the first', () => {
  const before = setUp();
  before.snapshot('i1', 'i2');
  before.active.open('i2');
  const after = setUp(before.memory);
  after.snapshot('i1', 'i3');
  expect(after.active.get()).toBe('i1');
});

test('nothing is kept once the agent has signed out', () => {
  const { desktop, memory, snapshot } = setUp();
  snapshot('i1');
  expect(memory.size).toBe(1);
  desktop.dispatch({ type: 'connectionChanged', connection: { state: 'sessionEnded', reason: 'signedOut' } });
  expect(memory.size).toBe(0);
});
