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
  expect(after.getState().outbox['command-2']).toMatchObject({ text: 'Hello', status: { state: 'failed', reason: 'network' } });
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
