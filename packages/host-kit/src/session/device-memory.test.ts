import fc from 'fast-check';
import { createManualClock, emptySnapshot } from '@baton/contracts/testing';
import { createDesktopStore, draftOf, unreadNotices } from '@baton/desktop';
import type { DesktopEvent } from '@baton/desktop';
import { countingRandom } from '../testing/counting-random';
import { createDevice } from '../testing/device';
import { keepDeviceMemory } from './device-memory';

const target = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const;
const refused = {
  type: 'transferRefused',
  interactionId: 'i1',
  target,
  commandId: 'command-1',
  reason: 'server',
  reference: 'ref-1',
  endedAt: 5,
} as const;
const notice = {
  id: 'local.1',
  version: 0,
  at: 5,
  kind: 'draft.kept',
  severity: 'information',
  interactionId: 'i1',
  customer: 'Sam Carter',
  text: 'half a sentence',
  read: false,
} as const;
const sending = { type: 'messageSending', commandId: 'command-2', interactionId: 'i1', text: 'Hello', at: 6 } as const;
const notSent = { type: 'messageNotSent', commandId: 'command-2', reason: 'server' } as const;
const typed = (draftId: string, text: string) =>
  ({ type: 'draftWritten', draftId, draft: { interactionId: 'i1', customer: 'Sam Carter', text, at: 7 } }) as const;
const arrived: DesktopEvent = {
  type: 'frame',
  receivedAt: 8,
  frame: {
    v: 1,
    cursor: 3,
    at: 8,
    events: [
      {
        type: 'messages.appended',
        interactionId: 'i1',
        messages: [
          {
            kind: 'agent',
            index: 0,
            version: 3,
            at: 8,
            from: { id: 'ana', name: 'Ana Ruiz' },
            text: 'Hello',
            delivery: { state: 'sent' },
            commandId: 'command-2',
          },
        ],
      },
    ],
  },
};

/** Windows of one agent on one device, which hear of each other at once. */
function setUp() {
  const device = createDevice();
  const clock = createManualClock();
  const random = countingRandom();
  const open = () => {
    const store = createDesktopStore();
    const page = new EventTarget();
    const stop = keepDeviceMemory({ store, storage: device.storageOfWindow(), clock, random, page });
    return {
      ...store,
      page,
      stop,
      text: () => draftOf(store.getState(), 'i1'),
      /** Out of the browser's page cache. */
      comeBack: () => page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })),
    };
  };
  return { device, entries: device.entries, kept: device.kept, clock, open };
}

test('drafts, refusals, unsent texts and local notices come back after a reload', () => {
  const { open } = setUp();
  const before = open();
  before.dispatch(refused);
  before.dispatch({ type: 'noticePosted', notice });
  before.dispatch(sending);
  before.dispatch(typed('d1', 'Good morn'));
  before.stop();

  const after = open();
  expect(after.getState()).toMatchObject({
    shownTransfers: before.getState().shownTransfers,
    notices: before.getState().notices,
    outbox: { 'command-2': { text: 'Hello', status: { state: 'failed', reason: 'network' } } },
  });
  expect(after.text()).toBe('Good morn');
});

test('K1-8 what was seen is known after a reload, and in the agent’s other windows', () => {
  const { open } = setUp();
  const [one, other] = [open(), open()];
  one.dispatch({ type: 'messagesSeen', interactionId: 'i1', index: 4 });
  expect(other.getState().seen).toEqual({ i1: { index: 4 } });
  other.dispatch({ type: 'messagesSeen', interactionId: 'i1', index: 2 });
  expect(one.getState().seen).toEqual({ i1: { index: 4 } });
  for (const window of [one, other]) window.stop();
  expect(open().getState().seen).toEqual({ i1: { index: 4 } });
});

test('K9-2 what was marked unread is unread after a reload, and in the agent’s other windows, until one reads it', () => {
  const { open } = setUp();
  const [one, other] = [open(), open()];
  for (const window of [one, other]) window.dispatch({ type: 'noticePosted', notice: { ...notice, read: true } });
  one.dispatch({ type: 'noticesMarkedUnread', noticeIds: [notice.id], at: 7 });
  expect(unreadNotices(other.getState()).map(({ id }) => id)).toEqual([notice.id]);
  for (const window of [one, other]) window.stop();
  const [again, beside] = [open(), open()];
  expect(unreadNotices(again.getState())).toHaveLength(1);
  beside.dispatch({ type: 'noticesRead', noticeIds: [notice.id] });
  expect(unreadNotices(again.getState())).toEqual([]);
});

test('a snapshot does not undo what came back', () => {
  const { open } = setUp();
  open().dispatch({ type: 'noticePosted', notice });
  const after = open();
  after.dispatch({ type: 'snapshot', snapshot: emptySnapshot(), receivedAt: 1000 });
  expect(after.getState().notices['local.1']).toEqual(notice);
});

test('what was deleted stays away after a reload, however often something posts it', () => {
  const { open, kept } = setUp();
  const before = open();
  before.dispatch({ type: 'noticePosted', notice });
  before.dispatch({ type: 'noticeDeleted', noticeId: 'local.1', at: 9 });
  expect(kept()).toEqual(['deleted.local.1']);
  before.stop();

  const after = open();
  after.dispatch({ type: 'noticePosted', notice });
  expect(after.getState().notices).toEqual({});
  expect(kept()).toEqual(['deleted.local.1']);
});

describe('two windows of one agent', () => {
  test('delete a notice in both, also when the other writes it once more', () => {
    const { open, kept } = setUp();
    const [one, other] = [open(), open()];
    one.dispatch({ type: 'noticePosted', notice });
    one.dispatch({ type: 'noticeDeleted', noticeId: 'local.1', at: 9 });
    expect(other.getState().notices).toEqual({});
    other.dispatch({ type: 'noticePosted', notice });
    expect([one, other].map(({ getState }) => getState().notices)).toEqual([{}, {}]);
    expect(kept()).toEqual(['deleted.local.1']);
  });

  test('show the same drafts, unsent texts, refusals and notices', () => {
    const { open } = setUp();
    const [one, other] = [open(), open()];
    one.dispatch({ type: 'noticePosted', notice });
    other.dispatch({ type: 'noticesRead', noticeIds: ['local.1'] });
    one.dispatch(refused);
    one.dispatch(sending);
    expect(other.getState().outbox['command-2']?.status).toEqual({ state: 'sending' });
    one.dispatch(notSent);
    other.dispatch(typed('d1', 'Good morn'));
    const { notices, outbox, shownTransfers, drafts } = one.getState();
    expect(other.getState()).toMatchObject({ notices, outbox, shownTransfers, drafts });
    expect(notices['local.1']?.read).toBe(true);
  });

  test('what one writes does not remove what the other keeps', () => {
    const { open } = setUp();
    const [one, other] = [open(), open()];
    one.dispatch(sending);
    other.dispatch({ ...sending, commandId: 'command-3', text: 'Are you there?' });
    one.dispatch(arrived);
    const later = open();
    expect(Object.keys(later.getState().outbox)).toEqual(['command-3']);
  });

  test('what was dismissed, discarded or delivered in one goes in the other, and does not come back', () => {
    const { open, kept } = setUp();
    const [one, other] = [open(), open()];
    one.dispatch(refused);
    one.dispatch(sending);
    one.dispatch(notSent);
    one.dispatch({ type: 'transferDismissed', interactionId: 'i1' });
    one.dispatch({ type: 'messageDiscarded', commandId: 'command-2' });
    other.dispatch({ ...sending, commandId: 'command-2' });
    one.dispatch(arrived);
    const later = open();
    for (const { getState } of [one, other, later])
      expect(getState()).toMatchObject({ shownTransfers: {}, outbox: {} });
    // The notice stays in My Messages.
    expect(kept()).toEqual(['notice.local.command-1']);
  });

  test('a text that a closed window was sending is left as not sent in the other', () => {
    const { open } = setUp();
    const [one, other] = [open(), open()];
    one.dispatch(sending);
    one.page.dispatchEvent(new Event('pagehide'));
    expect(other.getState().outbox['command-2']?.status).toEqual({ state: 'failed', reason: 'network' });
    one.dispatch({ ...sending, commandId: 'command-3' });
    one.stop();
    expect(other.getState().outbox['command-3']?.status).toEqual({ state: 'failed', reason: 'network' });
  });

  test('a text that a crashed window was sending counts as not sent after a while', () => {
    const { open, clock } = setUp();
    const [one, other] = [open(), open()];
    one.dispatch(sending);
    clock.advance(19_999);
    expect(other.getState().outbox['command-2']?.status).toEqual({ state: 'sending' });
    clock.advance(1);
    expect(other.getState().outbox['command-2']?.status).toEqual({ state: 'failed', reason: 'network' });
    expect(one.getState().outbox['command-2']?.status).toEqual({ state: 'sending' });
  });

  test('what both type before they hear of each other is all there, whichever goes on typing', () => {
    const device = createDevice();
    const clock = createManualClock();
    const [one, other] = [createDesktopStore(), createDesktopStore()];
    const text = ({ getState }: typeof one) => draftOf(getState(), 'i1');
    const heard: (() => void)[] = [];
    for (const store of [one, other]) {
      const storage = device.storageOfWindow();
      keepDeviceMemory({
        store,
        clock,
        random: countingRandom(),
        page: new EventTarget(),
        storage: { ...storage, watch: (hear) => storage.watch((key) => void heard.push(() => hear(key))) },
      });
    }
    one.dispatch(typed('d1', 'Hel'));
    one.dispatch(typed('d2', 'Hello'));
    other.dispatch(typed('d3', 'Good morning'));
    for (const hear of heard.splice(0)) hear();
    expect([one, other].map(text)).toEqual(['Hello\nGood morning', 'Hello\nGood morning']);
    one.dispatch(typed('d4', 'Hello\nGood morning, Sam'));
    for (const hear of heard.splice(0)) hear();
    expect([one, other].map(text)).toEqual(['Hello\nGood morning, Sam', 'Hello\nGood morning, Sam']);
  });
});

describe('signing out', () => {
  const signedOut = { type: 'connectionChanged', connection: { state: 'sessionEnded', reason: 'signedOut' } } as const;

  test('leaves nothing but its mark, and ends every window', () => {
    const { open, entries } = setUp();
    const [one, other] = [open(), open()];
    other.dispatch(typed('d1', 'Hello'));
    one.dispatch({ type: 'noticePosted', notice });
    one.dispatch(signedOut);
    expect(other.getState().connection).toEqual(signedOut.connection);
    other.dispatch(typed('d2', 'Hello Sam'));
    other.stop();
    expect([...entries.keys()]).toEqual(['signedOut']);
  });

  test('also ends a window that was put aside meanwhile, and removes what it writes before it hears of it', () => {
    const { entries, storageOfWindow } = createDevice();
    const clock = createManualClock();
    const store = createDesktopStore();
    const page = new EventTarget();
    keepDeviceMemory({
      store,
      clock,
      random: countingRandom(),
      page,
      storage: { ...storageOfWindow(), watch: () => () => undefined },
    });
    store.dispatch(typed('d1', 'Hello'));
    entries.clear();
    entries.set('signedOut', 'id-1');
    entries.set('draft.of-the-next-session', '{}');
    const event = new Event('pageshow');
    Object.defineProperty(event, 'persisted', { value: true });
    page.dispatchEvent(event);
    expect(store.getState().connection).toEqual(signedOut.connection);
    store.dispatch(typed('d2', 'Hello Sam'));
    expect([...entries.keys()]).toEqual(['signedOut', 'draft.of-the-next-session']);
  });

  test('does not end the next session', () => {
    const { open } = setUp();
    open().dispatch(signedOut);
    const next = open();
    next.dispatch(typed('d1', 'Hello'));
    expect(next.getState().connection).toEqual({ state: 'connecting' });
    expect(open().text()).toBe('Hello');
  });
});

test.each(['', '{', '[]', '{"text":1}', 'null'])('what it cannot read (%s) counts as nothing, and stays', (stored) => {
  const { open, entries, kept } = setUp();
  const keys = ['draft.d1', 'unsent.c1', 'refused.c1', 'notice.local.1', 'telemetry'];
  for (const key of keys) entries.set(key, stored);
  const { getState, dispatch } = open();
  dispatch(typed('d2', 'Hello'));
  expect(getState()).toMatchObject({ shownTransfers: {}, outbox: {}, notices: {} });
  expect(kept()).toEqual([...keys, 'draft.d2']);
});

describe('a storage that other code empties', () => {
  const again: [string, boolean][] = [
    ['on the first day', false],
    ['after an earlier sign-out', true],
  ];

  test.each(again)('ends no session and takes no text: %s', (_day, hasMark) => {
    const { open, entries, device } = setUp();
    if (hasMark) entries.set('signedOut', 'id-of-yesterday');
    const [one, other] = [open(), open()];
    one.dispatch(typed('d1', 'Half a sentence'));
    one.dispatch({ type: 'noticePosted', notice });
    entries.clear();
    for (const window of [one, other]) window.comeBack();
    entries.clear();
    one.dispatch(typed('d2', 'Half a sentence for Sam'));
    device.clear();
    for (const { getState, text } of [one, other, open()]) {
      expect(getState().connection.state).toBe('connecting');
      expect(text()).toBe('Half a sentence for Sam');
      expect(getState().notices).toHaveProperty(['local.1']);
    }
  });

  test('still lets a sign-out end every window and erase everything', () => {
    const { open, entries } = setUp();
    const [one, other] = [open(), open()];
    one.dispatch(typed('d1', 'Hello'));
    entries.clear();
    one.dispatch({ type: 'connectionChanged', connection: { state: 'sessionEnded', reason: 'signedOut' } });
    expect(other.getState().connection).toMatchObject({ reason: 'signedOut' });
    expect([...entries.keys()]).toEqual(['signedOut']);
  });
});

test.each(Array.from({ length: 6 }, (_, index) => index))(
  'a read that fails takes nothing away (%i reads later)',
  (left) => {
    const { open, device } = setUp();
    const [one, other] = [open(), open()];
    one.dispatch(typed('d1', 'Half a sentence'));
    let reads = left;
    Object.defineProperty(device, 'failures', { get: () => (reads-- === 0 ? 1 : 0), set() {} });
    other.comeBack();
    one.dispatch(typed('d2', 'Half a sentence for Sam'));
    for (const { getState, text } of [one, other]) {
      expect(getState().connection.state).toBe('connecting');
      expect(text()).toContain('Half a sentence');
    }
    expect(one.text()).toBe('Half a sentence for Sam');
  },
);

describe('a storage that is full', () => {
  test('takes no text from the screen', () => {
    const { open, device } = setUp();
    const one = open();
    device.room = 0;
    one.dispatch(typed('d1', 'A long text'));
    one.comeBack();
    expect(one.text()).toBe('A long text');
    device.room = Infinity;
    one.dispatch({ type: 'noticePosted', notice });
    expect(open().text()).toBe('A long text');
  });

  test('keeps what it had of a draft when more does not fit, and all of it when the former gives way', () => {
    const { open, entries, device } = setUp();
    const one = open();
    one.dispatch(typed('d1', 'Good'));
    const used = [...entries].flat().join('').length;
    device.room = used + 5;
    one.dispatch(typed('d2', 'Good morn'));
    expect(open().text()).toBe('Good morn');
    one.dispatch(typed('d3', 'Good morning, Sam'));
    one.dispatch(typed('d4', 'Good morning, Sam!'));
    expect(one.text()).toBe('Good morning, Sam!');
    expect(open().text()).toBe('Good morn');
  });

  test('loses everything at sign-out, and ends every window', () => {
    const { open, entries, device } = setUp();
    entries.set('draft.d1', JSON.stringify(typed('d1', 'Hello').draft));
    device.room = [...entries].flat().join('').length;
    const [one, other] = [open(), open()];
    expect(one.text()).toBe('Hello');
    one.dispatch({ type: 'connectionChanged', connection: { state: 'sessionEnded', reason: 'signedOut' } });
    expect(other.getState().connection).toMatchObject({ reason: 'signedOut' });
    expect([...entries.keys()]).toEqual(['signedOut']);
  });
});

test('whatever becomes of the storage, no window is signed out and none loses what was typed in it', () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant({ do: 'type' as const }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('room' as const), room: fc.constantFrom(0, 60, 150, 400, Infinity) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), times: fc.nat({ max: 4 }) }) },
    { weight: 1, arbitrary: fc.constantFrom({ do: 'cleared' as const }, { do: 'cleared here' as const }) },
    { weight: 2, arbitrary: fc.constant({ do: 'come back' as const }) },
  );
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 30 }), (hasMark, steps) => {
      const { open, entries, device } = setUp();
      if (hasMark) entries.set('signedOut', 'id-of-yesterday');
      const one = open();
      let text = '';
      steps.forEach((move, index) => {
        if (move.do === 'type') one.dispatch(typed(`d${index}`, (text = `${text} word${index}`.trim())));
        else if (move.do === 'room') device.room = move.room;
        else if (move.do === 'fail') device.failures = move.times;
        else if (move.do === 'cleared') device.clear();
        else if (move.do === 'cleared here') entries.clear();
        else one.comeBack();
        expect(one.getState().connection.state).toBe('connecting');
        expect(one.text()).toBe(text);
      });
      device.room = Infinity;
      device.failures = 0;
      one.dispatch({ type: 'noticePosted', notice });
      expect(open().text()).toBe(text);
    }),
  );
});
