import { createManualClock, emptySnapshot } from '@baton/contracts/testing';
import type { Notice, Transfer } from '@baton/contracts';
import { createDesktopStore } from '@baton/desktop';
import { aNotice, anInteraction, aTransfer } from '../testing/builders';
import { countingRandom } from '../testing/counting-random';
import { createDevice } from '../testing/device';
import { fakeBackend, refused } from '../testing/fake-backend';
import { settled } from '../testing/settled';
import { noTelemetry } from '../testing/test-context';
import { createCommands } from './commands';
import { keepDeviceMemory } from './device-memory';

const interaction = anInteraction();
const notice: Notice = aNotice({ id: 'n1' });
const { expiresAt: _, extensions: __, ...transfer } = aTransfer();
const declined: Transfer = { ...transfer, state: 'declined', endedAt: 5 };

/** Windows of one agent on one device, with a backend that does not answer until a test says so. */
function setUp() {
  const backend = fakeBackend();
  const silent = refused('unknown_outcome');
  Object.assign(backend.answers, {
    markNoticesRead: silent,
    deleteNotices: silent,
    dismissTransfer: silent,
    setTimeToAnswer: silent,
  });
  const clock = createManualClock();
  const random = countingRandom();
  const device = createDevice();
  const open = () => {
    const store = createDesktopStore();
    const closing = new AbortController();
    const options = { store, clock, random };
    keepDeviceMemory({ ...options, storage: device.storageOfWindow(), page: new EventTarget() });
    const resync = () => Promise.resolve(true);
    const commands = createCommands({ ...options, backend, telemetry: noTelemetry, resync, signal: closing.signal });
    const snapshot = emptySnapshot({ interactions: [interaction], transfers: [declined], notices: [notice] });
    store.dispatch({ type: 'snapshot', snapshot, receivedAt: clock.now() });
    store.dispatch({ type: 'connectionChanged', connection: { state: 'live' } });
    return { store, commands, close: () => closing.abort() };
  };
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      await settled();
      clock.advance(1000);
    }
    await settled();
  };
  const sentTypes = () => backend.sent.map(({ type }) => type);
  return { backend, device, open, pass, sentTypes };
}

test.each([
  ['what was read', 'markNoticesRead'],
  ['what was deleted', 'deleteNotices'],
  ['what was dismissed', 'dismissTransfer'],
  ['the time to answer', 'setTimeToAnswer'],
] as const)('%s is sent again, as the same command, until the backend has taken it', async (_what, type) => {
  const { backend, device, open, pass } = setUp();
  const { commands } = open();
  if (type === 'markNoticesRead') commands.markNoticesRead(['n1']);
  else if (type === 'deleteNotices') commands.deleteNotices(['n1']);
  else if (type === 'dismissTransfer') commands.dismissTransfer(interaction.id);
  else void commands.setTimeToAnswer({ factor: 10 });
  await pass(10);
  const tries = backend.sent.length;
  expect(tries).toBeGreaterThan(2);
  expect(new Set(backend.sent.map(({ commandId }) => commandId)).size).toBe(1);

  delete backend.answers[type];
  await pass(100);
  expect(backend.sent).toHaveLength(tries + 1);
  expect(device.kept()).toEqual([]);
});

test('a reload right after the click restores nothing, and sends the command', async () => {
  const { backend, open } = setUp();
  const before = open();
  before.commands.markNoticesRead(['n1']);
  before.commands.dismissTransfer(interaction.id);
  before.close();
  backend.sent = [];
  const { store } = open();
  expect(store.getState()).toMatchObject({ notices: { n1: { read: true } }, shownTransfers: {} });
  await settled();
  expect(new Set(backend.sent.map(({ type }) => type))).toEqual(new Set(['markNoticesRead', 'dismissTransfer']));
});

test('what was deleted is gone in every window, and stays so whatever the backend says of it meanwhile', async () => {
  const { open, pass } = setUp();
  const [one, other] = [open(), open()];
  one.commands.deleteNotices(['n1']);
  const read: Notice = { ...notice, version: 9, read: true };
  const frame = { v: 1 as const, cursor: 9, at: 5, events: [{ type: 'notice.updated' as const, notice: read }] };
  const later = open();
  await pass(1);
  for (const { store } of [one, other, later]) {
    expect(store.getState().notices).toEqual({});
    store.dispatch({ type: 'frame', frame, receivedAt: 5 });
    expect(store.getState().notices).toEqual({});
  }
});

test('another window shows it at once, and sends the command only if the first one has not', async () => {
  const { backend, open, pass, sentTypes } = setUp();
  const [one, other] = [open(), open()];
  one.commands.markNoticesRead(['n1']);
  expect(other.store.getState().notices['n1']?.read).toBe(true);
  await settled();
  expect(sentTypes()).toEqual(['markNoticesRead']);
  one.close();
  delete backend.answers.markNoticesRead;
  await pass(10);
  expect(sentTypes()).toEqual(['markNoticesRead', 'markNoticesRead']);
});

test('a backend that asks for a pause gets it before the command is sent again', async () => {
  const { backend, open, pass } = setUp();
  backend.answers.markNoticesRead = refused('rate_limited', { retryAfterMs: 60_000 });
  const { commands } = open();
  commands.markNoticesRead(['n1']);
  await pass(60);
  expect(backend.sent).toHaveLength(1);
  await pass(10);
  expect(backend.sent).toHaveLength(2);
});

test('a command with a final refusal is not sent again', async () => {
  const { backend, open, pass, sentTypes } = setUp();
  backend.answers.markNoticesRead = refused('not_found');
  open().commands.markNoticesRead(['n1']);
  await pass(100);
  expect(sentTypes()).toEqual(['markNoticesRead']);
});

test('of several times to answer only the last one is sent again', async () => {
  const { backend, open, pass } = setUp();
  const { commands } = open();
  void commands.setTimeToAnswer({ factor: 10 });
  void commands.setTimeToAnswer({ factor: 5 });
  await settled();
  backend.sent = [];
  await pass(1);
  expect(backend.sent).toMatchObject([{ type: 'setTimeToAnswer', factor: 5 }]);
});
