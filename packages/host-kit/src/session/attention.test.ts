import { createEventBus } from '@baton/event-bus';
import { createManualClock } from '@baton/contracts/testing';
import { createListeners, surface } from '@baton/runtime';
import type { DesktopFold } from '@baton/desktop';
import { createDesktopStore, initialState } from '@baton/desktop';
import { aMessage, anInteraction, anInvitation, byId } from '../testing/builders';
import { createRecordedAdapters } from '../testing/recorded-adapters';
import { tellAttention } from './attention';

function setUp() {
  let state = initialState();
  const listeners = createListeners<void>(surface);
  const store = {
    ...createDesktopStore(),
    getState: () => state,
    subscribe: (listener: () => void) => listeners.add(() => listener()),
  };
  const bus = createEventBus({ clock: createManualClock() });
  const { title, titles } = createRecordedAdapters();
  const closing = new AbortController();
  tellAttention({ store, bus, title }, closing.signal);
  const set = (changes: Partial<DesktopFold>) => {
    state = { ...state, ...changes };
    listeners.notify();
  };
  return { bus, titles, set, close: () => closing.abort() };
}

test('K1-7 invitations, conversations with unread texts and customers who wait are counted, and none once it is over', () => {
  const { bus, titles, set, close } = setUp();
  expect(bus.retained('attention.changed')).toEqual({ incoming: 0, unread: 0, waiting: 0 });
  const interaction = anInteraction();
  set({
    invitations: byId(anInvitation()),
    interactions: byId(interaction),
    conversations: { [interaction.id]: { messages: [aMessage({ index: 0 }), aMessage({ index: 1 })], earlier: false } },
  });
  expect(titles.at(-1)).toEqual({ incoming: 1, unread: 1, waiting: 1 });
  set({ seen: { [interaction.id]: { index: 1 } } });
  expect(titles.at(-1)).toEqual({ incoming: 1, unread: 0, waiting: 1 });
  expect(bus.retained('attention.changed')).toEqual({ incoming: 1, unread: 0, waiting: 1 });
  const { length } = titles;
  set({ cursor: 7 });
  expect(titles).toHaveLength(length);
  set({ connection: { state: 'sessionEnded', reason: 'lost' } });
  expect(titles.at(-1)).toEqual({ incoming: 0, unread: 0, waiting: 0 });
  close();
  set({ connection: { state: 'live' } });
  expect(titles.at(-1)).toEqual({ incoming: 0, unread: 0, waiting: 0 });
});
