import { createDesktopStore } from '@baton/desktop';
import { emptySnapshot } from '../testing/fake-backend';
import { memoryStorage } from '../testing/memory-storage';
import { keepDeviceMemory } from './device-memory';

const target = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const;
const refused = {
  type: 'transferRefused',
  interactionId: 'i1',
  target,
  commandId: 'command-1',
  reason: 'server',
  reference: 'ref-1',
  at: 5,
} as const;
const notice = {
  id: 'local.1',
  version: 0,
  at: 5,
  kind: 'draft.kept',
  severity: 'information',
  names: { customer: 'Sam Carter' },
  body: 'half a sentence',
  read: false,
} as const;

test('refusals, unsent texts and local notices come back after a reload', () => {
  const storage = memoryStorage();
  const before = createDesktopStore();
  keepDeviceMemory(before, storage);
  before.dispatch(refused);
  before.dispatch({ type: 'noticePosted', notice });
  before.dispatch({ type: 'messageSending', commandId: 'command-2', interactionId: 'i1', text: 'Hello', at: 6 });

  const after = createDesktopStore();
  keepDeviceMemory(after, storage);

  expect(after.getState().transfers).toEqual(before.getState().transfers);
  expect(after.getState().notices).toEqual(before.getState().notices);
  expect(after.getState().outbox['command-2']).toMatchObject({
    text: 'Hello',
    status: { state: 'failed', reason: 'network' },
  });
});

test('a snapshot does not undo what came back', () => {
  const storage = memoryStorage();
  const before = createDesktopStore();
  keepDeviceMemory(before, storage);
  before.dispatch({ type: 'noticePosted', notice });
  const after = createDesktopStore();
  keepDeviceMemory(after, storage);
  after.dispatch({ type: 'snapshot', snapshot: emptySnapshot(), receivedAt: 1000 });
  expect(after.getState().notices['local.1']).toEqual(notice);
});

test('another window of the agent learns of it', () => {
  const storage = memoryStorage();
  const one = createDesktopStore();
  const other = createDesktopStore();
  keepDeviceMemory(one, storage);
  keepDeviceMemory(other, storage);
  one.dispatch({ type: 'noticePosted', notice });
  storage.changedElsewhere();
  expect(other.getState().notices['local.1']).toEqual(notice);
});

describe('two windows of one agent', () => {
  /** Windows that hear of each other's writes, as those of a browser do. */
  function twoWindows() {
    const storage = memoryStorage();
    const [one, other] = [createDesktopStore(), createDesktopStore()];
    const tell = () => storage.changedElsewhere();
    const forget = keepDeviceMemory(one, storage);
    keepDeviceMemory(other, storage);
    return { one, other, storage, tell, forget };
  }
  const sending = {
    type: 'messageSending',
    commandId: 'command-2',
    interactionId: 'i1',
    text: 'Hello',
    at: 6,
  } as const;

  test('what one is sending is not shown as unsent in the other; what was not sent is', () => {
    const { one, other, tell } = twoWindows();
    one.dispatch(sending);
    tell();
    expect(other.getState().outbox).toEqual({});
    one.dispatch({ type: 'messageNotSent', commandId: 'command-2', reason: 'server' });
    tell();
    expect(other.getState().outbox).toEqual(one.getState().outbox);
  });

  test('what was dismissed or discarded in one goes in the other, and does not come back', () => {
    const { one, other, storage, tell } = twoWindows();
    one.dispatch(refused);
    one.dispatch(sending);
    one.dispatch({ type: 'messageNotSent', commandId: 'command-2', reason: 'network' });
    tell();
    one.dispatch({ type: 'transferDismissed', interactionId: 'i1' });
    one.dispatch({ type: 'messageDiscarded', commandId: 'command-2' });
    tell();
    other.dispatch({ type: 'noticePosted', notice });
    tell();
    const later = createDesktopStore();
    keepDeviceMemory(later, storage);
    for (const { getState } of [one, other, later]) expect(getState()).toMatchObject({ transfers: {}, outbox: {} });
  });

  test('what one has forgotten at sign-out the other does not write again', () => {
    const { one, other, storage, tell, forget } = twoWindows();
    one.dispatch({ type: 'noticePosted', notice });
    tell();
    forget();
    storage.entries.clear();
    tell();
    other.dispatch({ type: 'time', at: 2000, receivedAt: 1000 });
    other.dispatch({ type: 'connectionChanged', connection: { state: 'sessionEnded', reason: 'signedOut' } });
    other.dispatch({ type: 'noticePosted', notice: { ...notice, id: 'local.2' } });
    expect([...storage.entries]).toEqual([]);
  });
});

test.each(['', '{', '[]', '{"refused":1}', '{"refused":[{"interactionId":""}],"unsent":[],"notices":[]}'])(
  'what it cannot read (%s) counts as nothing',
  (stored) => {
    const storage = memoryStorage();
    storage.set('desktop', stored);
    const store = createDesktopStore();
    keepDeviceMemory(store, storage);
    expect(store.getState().transfers).toEqual({});
  },
);
