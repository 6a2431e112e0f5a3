import { createDesktopStore } from '@baton/desktop';
import { createEventBus } from '@baton/event-bus';
import type { Interaction, RoutingErrorCode, TransferFailure } from '@baton/contracts';
import { emptySnapshot, fakeBackend, refused } from '../testing/fake-backend';
import { createManualClock } from '@baton/contracts/testing';
import { countingRandom } from '../testing/counting-random';
import { unmeasured } from '../testing/test-context';
import { createCommands } from './commands';
import { answerNotices } from './notices';

const interaction: Interaction = {
  id: 'i1',
  version: 1,
  channel: 'sms',
  contact: { id: 'c1', name: 'Sam Carter', number: '+447700900123', displayNumber: '+44 7700 900123' },
  owner: { id: 'ana', name: 'Ana Ruiz' },
  state: 'active',
  startedAt: 0,
  assignedAt: 0,
  capabilities: ['sendMessage', 'transfer', 'complete'],
};
const target = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const;

function setUp() {
  const backend = fakeBackend();
  const store = createDesktopStore();
  store.dispatch({ type: 'snapshot', snapshot: emptySnapshot({ interactions: [interaction] }), receivedAt: 1000 });
  const resync = jest.fn(() => Promise.resolve(true));
  const commands = createCommands({
    backend,
    store,
    clock: createManualClock(),
    random: countingRandom(),
    measures: unmeasured,
    resync,
  });
  return { backend, store, commands, resync };
}

const refusals: [RoutingErrorCode, TransferFailure][] = [
  ['forbidden', 'permission'],
  ['not_found', 'notFound'],
  ['conflict', 'pending'],
  ['gone', 'ended'],
  ['invalid_state', 'ended'],
  ['internal', 'server'],
  ['backend_unavailable', 'server'],
  ['unknown_outcome', 'unknownOutcome'],
];

test.each(refusals)('a transfer refused with %s stays in the window and in My Messages as %s', async (code, reason) => {
  const { backend, store, commands } = setUp();
  backend.answers.startTransfer = refused(code);

  await commands.startTransfer({ interactionId: 'i1', target });

  expect(store.getState().transfers['i1']).toMatchObject({ state: 'refused', reason, target });
  expect(Object.values(store.getState().notices)).toEqual([
    expect.objectContaining({
      kind: `transfer.failed.${reason}`,
      severity: 'problem',
      names: { target: 'Bianca Okafor', customer: 'Sam Carter', reference: 'ref-1' },
    }),
  ]);
});

test('after a token that was refused a snapshot tells whether the session is over', async () => {
  const { backend, commands, resync } = setUp();
  backend.answers.sendMessage = refused('unauthenticated');
  await commands.sendMessage({ interactionId: 'i1', text: 'Hello' });
  expect(resync).toHaveBeenCalledTimes(1);
});

test('a target that became unavailable is refused with what is wrong with it', async () => {
  const { backend, store, commands } = setUp();
  backend.answers.startTransfer = refused('target_unavailable', { target: 'offline' });
  await commands.startTransfer({ interactionId: 'i1', target });
  expect(store.getState().transfers['i1']).toMatchObject({ state: 'refused', reason: 'offline' });
});

test('a transfer without an answer counts as taken when the snapshot knows it', async () => {
  const { backend, store, commands, resync } = setUp();
  backend.answers.startTransfer = refused('unknown_outcome');
  resync.mockImplementation(() => {
    const commandId = backend.sent.at(-1)?.commandId ?? '';
    store.dispatch({
      type: 'frame',
      receivedAt: 2000,
      frame: {
        v: 1,
        cursor: 2,
        at: 2000,
        events: [
          {
            type: 'transfer.pending',
            transfer: {
              state: 'pending',
              id: 't1',
              version: 2,
              interactionId: 'i1',
              target,
              by: interaction.owner,
              startedAt: 2000,
              commandId,
              expiresAt: 32000,
              extensions: 0,
            },
          },
        ],
      },
    });
    return Promise.resolve(true);
  });

  const answer = await commands.startTransfer({ interactionId: 'i1', target });

  expect(answer.ok).toBe(true);
  expect(store.getState().transfers['i1']?.state).toBe('pending');
});

test('a transfer without an answer whose interaction has left by it is not reported as failed', async () => {
  const { backend, store, commands, resync } = setUp();
  backend.answers.startTransfer = refused('unknown_outcome');
  resync.mockImplementation(() => {
    const commandId = backend.sent.at(-1)?.commandId ?? '';
    store.dispatch({
      type: 'snapshot',
      snapshot: emptySnapshot({ cursor: 2, recentCommands: [commandId] }),
      receivedAt: 9000,
    });
    return Promise.resolve(true);
  });
  expect(await commands.startTransfer({ interactionId: 'i1', target })).toMatchObject({ ok: true });
  expect(store.getState()).toMatchObject({ transfers: {}, notices: {} });
});

test('while it is being asked for, the transfer is shown as requesting', () => {
  const { store, commands } = setUp();
  void commands.startTransfer({ interactionId: 'i1', target });
  expect(store.getState().transfers['i1']).toMatchObject({ state: 'requesting', target });
});

test('a text whose fate is unknown waits, is sent again as the same command, or is discarded', async () => {
  const { backend, store, commands, resync } = setUp();
  backend.answers.sendMessage = refused('unknown_outcome');
  resync.mockResolvedValue(false);
  await commands.sendMessage({ interactionId: 'i1', text: 'Hello' });
  const [failed] = Object.values(store.getState().outbox);
  expect(failed).toMatchObject({ text: 'Hello', status: { state: 'failed', reason: 'network' } });

  commands.retryMessage(failed?.commandId ?? '');
  const [again] = Object.values(store.getState().outbox);
  expect(again).toMatchObject({ text: 'Hello', status: { state: 'sending' } });
  expect(again?.commandId).toBe(failed?.commandId);
  expect(backend.sent.map(({ commandId }) => commandId)).toEqual([failed?.commandId, failed?.commandId]);

  commands.discardMessage(again?.commandId ?? '');
  expect(store.getState().outbox).toEqual({});
});

test('a text that was refused waits for another try under a new command', async () => {
  const { backend, store, commands, resync } = setUp();
  backend.answers.sendMessage = refused('rate_limited');
  await commands.sendMessage({ interactionId: 'i1', text: 'Hello' });
  const [failed] = Object.values(store.getState().outbox);
  expect(failed).toMatchObject({
    text: 'Hello',
    customer: 'Sam Carter',
    status: { state: 'failed', reason: 'server' },
  });
  expect(resync).not.toHaveBeenCalled();

  commands.retryMessage(failed?.commandId ?? '');
  const [first, second] = backend.sent;
  expect(second).toMatchObject({ text: 'Hello', commandId: failed?.commandId });
  expect(second?.commandId).not.toBe(first?.commandId);
});

test('a text that was not sent goes to My Messages when its conversation is gone', async () => {
  const { backend, store, commands } = setUp();
  const closing = new AbortController();
  const clock = createManualClock();
  answerNotices({ bus: createEventBus({ clock }), store, clock, random: countingRandom() }, closing.signal);
  store.dispatch({ type: 'connectionChanged', connection: { state: 'live' } });
  backend.answers.sendMessage = refused('forbidden');
  const sent = commands.sendMessage({ interactionId: 'i1', text: 'Hello' });
  store.dispatch({ type: 'snapshot', snapshot: emptySnapshot({ cursor: 2 }), receivedAt: 1000 });
  await sent;
  expect(store.getState().outbox).toEqual({});
  expect(Object.values(store.getState().notices)).toEqual([
    expect.objectContaining({
      kind: 'draft.kept',
      names: { customer: 'Sam Carter' },
      body: 'Hello',
      interactionId: 'i1',
    }),
  ]);
  closing.abort();
});

test('local notices are marked read on the device alone', () => {
  const { backend, store, commands } = setUp();
  commands.markNoticesRead(['local.1']);
  expect(backend.sent).toEqual([]);
  commands.markNoticesRead(['n1', 'local.1']);
  expect(backend.sent).toEqual([expect.objectContaining({ type: 'markNoticesRead', noticeIds: ['n1'] })]);
  expect(store.getState().notices).toEqual({});
});
