import fc from 'fast-check';
import type { EventFrame, RoutingEvent, Snapshot, Transfer } from '@baton/contracts';
import { createManualClock, emptySnapshot } from '@baton/contracts/testing';
import { createDesktopStore, myMessages, transferOf } from '@baton/desktop';
import { aTransfer, anInteraction, capabilities, testStart } from '../testing/builders';
import { countingRandom } from '../testing/counting-random';
import { createDevice } from '../testing/device';
import { settled } from '../testing/settled';
import { keepDeviceMemory } from './device-memory';
import { giveUpOverdueTransfers } from './overdue-transfers';

const interaction = anInteraction();
const invited = aTransfer({ version: 2 });
const { expiresAt: _expiresAt, extensions: _extensions, state: _state, ...about } = invited;
const declined: Transfer = { ...about, state: 'declined', version: 3, endedAt: testStart + 50_000 };

/** One device and one contact centre, which reports no outcome of a transfer unless the test says so. */
function setUp() {
  const device = createDevice();
  const clock = createManualClock(testStart);
  const random = countingRandom();
  const log: EventFrame[] = [];
  const centre = { cursor: 1, knows: [] as Transfer[], changes: {} as Partial<Snapshot>, answers: true, asked: 0 };

  function snapshot() {
    const { cursor, knows, changes } = centre;
    return emptySnapshot({ cursor, at: clock.now(), interactions: [interaction], transfers: [...knows], ...changes });
  }
  function tell(transfer: Transfer) {
    centre.cursor = transfer.version;
    centre.knows = [transfer];
    const type: RoutingEvent['type'] = transfer.state === 'pending' ? 'transfer.pending' : 'transfer.declined';
    log.push({ v: 1, cursor: transfer.version, at: clock.now(), events: [{ type, transfer }] });
  }
  /** A window whose stream has brought nothing yet. */
  function open() {
    const store = createDesktopStore();
    const page = new EventTarget();
    const closing = new AbortController();
    let heard = log.length;
    const forget = keepDeviceMemory({ store, storage: device.storageOfWindow(), clock, random, page });
    const look = () => store.dispatch({ type: 'snapshot', snapshot: snapshot(), receivedAt: clock.now() });
    const resync = async () => {
      centre.asked += 1;
      await settled();
      if (centre.answers && !closing.signal.aborted) look();
      return centre.answers;
    };
    giveUpOverdueTransfers({ store, clock, resync }, closing.signal);
    look();
    store.dispatch({ type: 'connectionChanged', connection: { state: 'live' } });
    return {
      store,
      look,
      hear() {
        for (const frame of log.slice(heard)) store.dispatch({ type: 'frame', frame, receivedAt: clock.now() });
        heard = log.length;
      },
      be: (state: 'live' | 'connectionLost') =>
        store.dispatch({
          type: 'connectionChanged',
          connection: state === 'live' ? { state } : { state, since: clock.now() },
        }),
      close() {
        page.dispatchEvent(new Event('pagehide'));
        forget();
        closing.abort();
      },
      shown: () => transferOf(store.getState(), interaction.id),
      told: () => myMessages(store.getState()).map(({ kind, read }) => (read ? `${kind}, read` : kind)),
    };
  }
  /** Advances the time, and waits for the answers to requests. */
  async function pass(ms: number) {
    clock.advance(ms);
    for (let turn = 0; turn < 5; turn += 1) await settled();
  }
  tell(invited);
  return { device, clock, centre, open, pass, tell };
}

const unknown = { state: 'refused', reason: 'unknownOutcome', commandId: invited.commandId, version: 2 };
const once = ['transfer.failed'];

test('a transfer whose deadline is long over is looked after in a snapshot, and given up when that knows no more', async () => {
  const { open, pass, centre } = setUp();
  const one = open();
  await pass(34_999);
  expect(one.shown()).toEqual(invited);
  expect(centre.asked).toBe(0);
  await pass(1);
  expect(centre.asked).toBe(1);
  expect(one.shown()).toMatchObject(unknown);
  expect(one.told()).toEqual(once);
  await pass(100_000);
  expect(centre.asked).toBe(1);
});

test('the snapshot has the last word: what it knows is shown, and what has more time goes on waiting', async () => {
  const { open, pass, centre, tell } = setUp();
  const one = open();
  centre.knows = [aTransfer({ version: 3, expiresAt: testStart + 60_000, extensions: 1 })];
  centre.cursor = 3;
  await pass(35_000);
  expect(one.shown()).toMatchObject({ state: 'pending', extensions: 1 });
  tell({ ...declined, version: 4 });
  await pass(30_000);
  expect(one.shown()).toMatchObject({ state: 'declined' });
  expect(one.told()).toEqual([]);
});

test('capability senderSeesOutcome off: where none was promised, it is put away without a word, and told when it comes', async () => {
  const { open, pass, centre, tell } = setUp();
  centre.changes = { capabilities: capabilities({ senderSeesOutcome: 'none' }) };
  const one = open();
  await pass(34_999);
  expect(one.shown()).toEqual(invited);
  await pass(1);
  expect(one.shown()).toBeUndefined();
  expect(one.told()).toEqual([]);
  one.look();
  expect(one.shown()).toBeUndefined();
  tell({ ...declined, version: 4 });
  one.hear();
  expect(one.shown()).toMatchObject({ state: 'declined' });
});

test('without a deadline nothing is given up', async () => {
  const { open, pass, centre, tell } = setUp();
  tell(aTransfer({ version: 3, expiresAt: null }));
  const one = open();
  await pass(10_000_000);
  expect(one.shown()).toMatchObject({ state: 'pending' });
  expect(centre.asked).toBe(0);
});

test('a deadline in some weeks does not keep the desktop busy', async () => {
  const { open, clock, centre, tell } = setUp();
  tell(aTransfer({ version: 3, expiresAt: testStart + 2 ** 33 }));
  open();
  clock.advance(2 ** 31);
  expect(centre.asked).toBe(0);
});

test('while the connection is lost nothing is given up; once it is back the snapshot decides', async () => {
  const { open, pass, centre } = setUp();
  const one = open();
  one.be('connectionLost');
  await pass(100_000);
  expect(one.shown()).toEqual(invited);
  expect(centre.asked).toBe(0);
  centre.knows = [declined];
  centre.cursor = 3;
  one.be('live');
  await pass(0);
  expect(one.shown()).toEqual(declined);
  expect(one.told()).toEqual([]);
});

test('a connection that is lost while the snapshot comes leaves the transfer waiting', async () => {
  const { open, clock, pass } = setUp();
  const one = open();
  clock.advance(35_000);
  one.be('connectionLost');
  await pass(0);
  await pass(10_000);
  expect(one.shown()).toEqual(invited);
  one.be('live');
  await pass(0);
  expect(one.shown()).toMatchObject(unknown);
});

test('a snapshot that does not come is asked for again after a pause, whatever happens meanwhile', async () => {
  const { open, pass, centre } = setUp();
  const one = open();
  centre.answers = false;
  await pass(35_000);
  one.store.dispatch({ type: 'time', at: testStart + 35_500, receivedAt: testStart + 35_000 });
  await pass(4999);
  expect(centre.asked).toBe(1);
  expect(one.shown()).toEqual(invited);
  centre.answers = true;
  await pass(1);
  expect(centre.asked).toBe(2);
  expect(one.shown()).toMatchObject(unknown);
});

test('all windows show it, once; put away in one it is away in all, and stays so after a reload', async () => {
  const { open, pass, device } = setUp();
  const windows = [open(), open(), open()];
  await pass(40_000);
  for (const one of windows) {
    expect(one.shown()).toMatchObject(unknown);
    expect(one.told()).toEqual(once);
  }
  const reloaded = open();
  await pass(0);
  expect(reloaded.shown()).toMatchObject(unknown);
  reloaded.store.dispatch({ type: 'noticesRead', noticeIds: [`local.${invited.commandId}`] });
  reloaded.store.dispatch({ type: 'transferDismissed', interactionId: interaction.id });
  for (const one of [...windows, reloaded, open()]) {
    await pass(0);
    expect(one.shown()).toBeUndefined();
    expect(one.told()).toEqual(['transfer.failed, read']);
  }
  expect(device.kept().filter((key) => key.startsWith('refused.'))).toEqual([]);
});

test('a real outcome takes its place in every window and on the device, however late', async () => {
  const { open, pass, device, tell } = setUp();
  const windows = [open(), open()];
  await pass(40_000);
  tell(declined);
  for (const one of windows) one.hear();
  for (const one of [...windows, open()]) {
    expect(one.shown()).toEqual(declined);
    expect(one.told()).toEqual([]);
  }
  expect(device.kept()).toEqual([]);
});

describe('after a reload', () => {
  test('a transfer that the snapshot does not know any more is an unknown outcome', async () => {
    const { open, centre, pass } = setUp();
    open().close();
    centre.knows = [];
    const one = open();
    expect(one.shown()).toMatchObject(unknown);
    expect(one.told()).toEqual(once);
    one.close();
    const again = open();
    await pass(100_000);
    expect(again.shown()).toMatchObject(unknown);
    expect(again.told()).toEqual(once);
  });

  test('it is none when it has ended while no window was open', () => {
    const { open, centre, device } = setUp();
    open().close();
    Object.assign(centre, { knows: [], changes: { endedTransfers: [invited.commandId] } });
    const one = open();
    expect(one.shown()).toBeUndefined();
    expect(one.told()).toEqual([]);
    expect(device.kept()).toEqual([]);
  });

  test('capability snapshotTransfers off: it is kept where snapshots carry none, and given up when its outcome does not come', async () => {
    const { open, centre, pass } = setUp();
    open().close();
    Object.assign(centre, { knows: [], changes: { capabilities: capabilities({ snapshotTransfers: false }) } });
    const one = open();
    expect(one.shown()).toEqual(invited);
    await pass(35_000);
    expect(one.shown()).toMatchObject(unknown);
    one.store.dispatch({ type: 'transferDismissed', interactionId: interaction.id });
    one.look();
    expect(one.shown()).toBeUndefined();
    expect(one.told()).toEqual(once);
  });

  test('what another window learns of a new transfer is left to the backend to tell', () => {
    const { open, centre, device, tell } = setUp();
    Object.assign(centre, { knows: [], cursor: 1 });
    const [one, other] = [open(), open()];
    tell(invited);
    one.hear();
    expect(device.kept()).toEqual([`pending.${invited.commandId}`]);
    centre.knows = [];
    centre.cursor = 1;
    other.look();
    expect(other.shown()).toBeUndefined();
    other.hear();
    expect(other.shown()).toEqual(invited);
  });
});

test('closing leaves no timer', () => {
  const { open, clock } = setUp();
  open().close();
  expect(clock.pending()).toBe(0);
});

const window = fc.nat({ max: 2 });
const step = fc.oneof(
  fc.record({ do: fc.constantFrom('hear' as const, 'look' as const, 'reload' as const, 'gap' as const), window }),
  fc.record({ do: fc.constantFrom('dismiss' as const, 'connectionLost' as const, 'live' as const), window }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1000, 20_000, 36_000) }),
  fc.constantFrom(
    { do: 'declines' as const },
    { do: 'forgets' as const },
    { do: 'answers' as const },
    { do: 'is silent' as const },
  ),
);

test('whatever windows, streams and the backend do, all windows end with one outcome and one notice at most', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const { open, pass, centre, tell, device } = setUp();
      const windows = [open(), open(), open()];
      for (const move of steps) {
        if (move.do === 'pass') await pass(move.ms);
        else if (move.do === 'declines') tell(declined);
        else if (move.do === 'forgets') Object.assign(centre, { knows: [], cursor: 9 });
        else if (move.do === 'answers' || move.do === 'is silent') centre.answers = move.do === 'answers';
        else {
          const one = windows[move.window] ?? open();
          if (move.do === 'hear') one.hear();
          else if (move.do === 'look') one.look();
          else if (move.do === 'dismiss')
            one.store.dispatch({ type: 'transferDismissed', interactionId: interaction.id });
          else if (move.do === 'gap') {
            one.store.dispatch({ type: 'gap' });
            one.look();
          } else if (move.do === 'reload') {
            one.close();
            windows[move.window] = open();
          } else one.be(move.do);
          await settled();
        }
        for (const one of windows) expect(one.told().length).toBeLessThanOrEqual(1);
      }
      centre.answers = true;
      for (const one of windows) one.be('live');
      await pass(50_000);
      for (const one of windows) {
        one.hear();
        one.look();
      }
      await pass(50_000);
      const [first] = windows;
      for (const one of windows) {
        expect(one.shown()?.state).not.toBe('pending');
        if (one.shown()?.state === 'refused') expect(one.told()).toHaveLength(1);
        if (first?.told().length === 1) expect([one.shown(), one.told()]).toEqual([first.shown(), first.told()]);
      }
      const kept = device.kept().filter((key) => key.startsWith('pending.'));
      expect(kept).toHaveLength(centre.knows[0]?.state === 'pending' ? 1 : 0);
      for (const one of windows) one.close();
    }),
    { numRuns: 200 },
  );
});
