import { createEventBus } from '@baton/event-bus';
import { backendNow, createDesktopStore } from '@baton/desktop';
import { createManualClock, emptySnapshot } from '@baton/contracts/testing';
import { anInteraction } from '../testing/builders';
import { countingRandom } from '../testing/counting-random';
import { createDevice } from '../testing/device';
import { keepDeviceMemory } from './device-memory';
import { answerNotices } from './notices';

const interaction = anInteraction();

/** Windows of one agent on one device, which hear of each other's storage at once. */
function windows(count: number) {
  const clock = createManualClock();
  const random = countingRandom();
  const device = createDevice();
  const opened = Array.from({ length: count }, () => {
    const store = createDesktopStore();
    const snapshot = emptySnapshot({ interactions: [interaction] });
    store.dispatch({ type: 'snapshot', snapshot, receivedAt: clock.now() });
    keepDeviceMemory({ store, storage: device.storageOfWindow(), clock, random, page: new EventTarget() });
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
  const noticesOf = (store: (typeof opened)[number]) =>
    Object.values(store.getState().notices).toSorted((a, b) => a.at - b.at);
  return { all, clock, opened, noticesOf, notices: () => opened.map((s) => noticesOf(s).map(({ kind }) => kind)) };
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

describe('SW-10 a text whose conversation has gone', () => {
  const draft = { interactionId: interaction.id, customer: 'Jo Demo', text: 'Not yet', at: 5 };
  const gone = { type: 'snapshot', snapshot: emptySnapshot({ cursor: 2 }), receivedAt: 1000 } as const;

  test('goes to My Messages, once for all windows, with what was typed while the window closed', () => {
    const { all, clock, opened, noticesOf } = windows(2);
    all('live');
    const [one] = opened;
    one?.dispatch({ type: 'draftWritten', draftId: 'd1', draft });
    for (const store of opened) store.dispatch(gone);
    one?.dispatch({ type: 'draftWritten', draftId: 'd2', draft: { ...draft, text: 'Not yet sent' } });
    clock.advance(2500);
    for (const store of opened) {
      expect(store.getState().drafts).toEqual({});
      expect(noticesOf(store)).toMatchObject([
        { kind: 'draft.kept', customer: 'Jo Demo', text: 'Not yet sent', interactionId: interaction.id },
      ]);
    }
  });

  test('goes there, too, when the customer has ended the conversation and nothing can be written in it', () => {
    const { all, clock, opened, noticesOf } = windows(2);
    all('live');
    const [one] = opened;
    one?.dispatch({ type: 'draftWritten', draftId: 'd1', draft });
    const ended = { ...interaction, version: interaction.version + 1, state: 'ended' as const };
    for (const store of opened)
      store.dispatch({
        type: 'snapshot',
        snapshot: emptySnapshot({ cursor: 2, interactions: [ended] }),
        receivedAt: 1000,
      });
    clock.advance(10_000);
    for (const store of opened) {
      expect(store.getState().drafts).toEqual({});
      expect(noticesOf(store)).toMatchObject([{ kind: 'draft.kept', text: 'Not yet' }]);
    }
  });

  test('waits while it is still being typed', () => {
    const { all, clock, opened, noticesOf } = windows(1);
    all('live');
    const [store] = opened;
    if (store === undefined) throw new Error('There is no window.');
    const type = (text: string) =>
      store.dispatch({
        type: 'draftWritten',
        draftId: text,
        draft: { ...draft, text, at: backendNow(store.getState(), clock) },
      });
    store.dispatch(gone);
    for (const text of ['N', 'No', 'Not']) {
      type(text);
      clock.advance(2000);
      expect(noticesOf(store)).toEqual([]);
    }
    clock.advance(5000);
    expect(noticesOf(store)).toMatchObject([{ kind: 'draft.kept', text: 'Not' }]);
  });

  test('stays a draft while the contact centre is not heard', () => {
    const { all, clock, opened, notices } = windows(1);
    all('connectionLost');
    const [store] = opened;
    store?.dispatch({ type: 'draftWritten', draftId: 'd1', draft });
    store?.dispatch(gone);
    clock.advance(5000);
    expect(notices()).toEqual([['connection.lost']]);
    expect(store?.getState().drafts).toHaveProperty('d1');
  });

  test.each([' \n', '\u200b\u2060', '\u2800\ufe0f'])('in which nothing is seen is forgotten: %j', (text) => {
    const { all, clock, opened, notices } = windows(1);
    all('live');
    const [store] = opened;
    store?.dispatch({ type: 'draftWritten', draftId: 'd1', draft: { ...draft, text } });
    store?.dispatch(gone);
    clock.advance(2500);
    expect(notices()).toEqual([[]]);
    expect(store?.getState().drafts).toEqual({});
  });
});
