import fc from 'fast-check';
import { createDesktopStore } from '@baton/desktop';
import { createEventBus } from '@baton/event-bus';
import type {
  BackendCapabilities,
  Interaction,
  RoutingCommands,
  RoutingErrorCode,
  Transfer,
  TransferFailure,
} from '@baton/contracts';
import { fakeBackend, refused } from '../testing/fake-backend';
import { allCapabilities, createManualClock, emptySnapshot } from '@baton/contracts/testing';
import { settled } from '../testing/settled';
import { aNotice, aTransfer } from '../testing/builders';
import { countingRandom } from '../testing/counting-random';
import { noTelemetry } from '../testing/test-context';
import { createCommands } from './commands';
import { answerNotices } from './notices';

const interaction: Interaction = {
  id: 'i1',
  version: 1,
  channel: 'sms',
  contact: {
    id: 'c1',
    name: 'Sam Carter',
    address: { kind: 'phone', value: '+447700900123', display: '+44 7700 900123' },
  },
  owner: { id: 'ana', name: 'Ana Ruiz' },
  state: 'active',
  startedAt: 0,
  assignedAt: 0,
  capabilities: ['sendMessage', 'transfer', 'complete'],
};
const target = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const;

function setUp(owned = interaction) {
  const backend = fakeBackend();
  const store = createDesktopStore();
  store.dispatch({ type: 'snapshot', snapshot: emptySnapshot({ interactions: [owned] }), receivedAt: 1000 });
  const resync = jest.fn(() => Promise.resolve(true));
  const commands = createCommands({
    backend,
    store,
    clock: createManualClock(),
    random: countingRandom(),
    telemetry: noTelemetry,
    resync,
    signal: new AbortController().signal,
  });
  return { backend, store, commands, resync };
}

const refusals: [RoutingErrorCode, TransferFailure][] = [
  ['forbidden', 'permission'],
  ['unsupported', 'unsupported'],
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

  expect(store.getState().shownTransfers['i1']).toMatchObject({ state: 'refused', reason, target });
  expect(Object.values(store.getState().notices)).toEqual([
    expect.objectContaining({
      kind: 'transfer.failed',
      severity: 'problem',
      reason,
      target,
      customer: 'Sam Carter',
      reference: 'ref-1',
    }),
  ]);
});

test('a redirection goes out in the trace of its transfer, and once', async () => {
  const { backend, store, commands } = setUp();
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const transfer = aTransfer({ interactionId: 'i1', traceparent });
  store.dispatch({
    type: 'frame',
    frame: { v: 1, cursor: 2, at: 0, events: [{ type: 'transfer.pending', transfer: { ...transfer, version: 2 } }] },
    receivedAt: 0,
  });
  const redirection = { transferId: transfer.id, target };
  await Promise.all([commands.redirectTransfer(redirection), commands.redirectTransfer(redirection)]);
  expect(backend.sent).toMatchObject([{ type: 'redirectTransfer', ...redirection, traceparent }]);
});

describe('a return', () => {
  const setUpReceived = () => setUp({ ...interaction, receivedFrom: { id: 'bianca', name: 'Bianca Okafor' } });

  test('is shown as a transfer to the agent who handed the conversation over, from the click on', async () => {
    const { backend, store, commands } = setUpReceived();
    const asked = commands.returnInteraction({ interactionId: 'i1' });
    expect(store.getState().shownTransfers['i1']).toMatchObject({
      state: 'requesting',
      target: { kind: 'agent', id: 'bianca' },
    });
    expect(await asked).toMatchObject({ ok: true });
    expect(backend.sent).toMatchObject([{ type: 'returnInteraction', interactionId: 'i1' }]);
  });

  test('that is refused is reported like any transfer', async () => {
    const { backend, store, commands } = setUpReceived();
    backend.answers.returnInteraction = refused('target_unavailable', { target: 'offline' });
    await commands.returnInteraction({ interactionId: 'i1' });
    expect(store.getState().shownTransfers['i1']).toMatchObject({ state: 'refused', reason: 'offline' });
    expect(Object.values(store.getState().notices)).toMatchObject([{ kind: 'transfer.failed', reason: 'offline' }]);
  });
});

describe('a conversation that the agent begins', () => {
  const start = { to: '+447700900150', text: 'Your parcel is here.' };

  test('is begun once, however often it is asked for before the answer', async () => {
    const { backend, commands } = setUp();
    await Promise.all([commands.startInteraction(start), commands.startInteraction(start)]);
    expect(backend.sent).toMatchObject([{ type: 'startInteraction', ...start }]);
  });

  test('without an answer has begun when the snapshot shows it', async () => {
    const { backend, store, commands, resync } = setUp();
    backend.answers.startInteraction = refused('unknown_outcome');
    resync.mockImplementation(async () => {
      const begun = { ...interaction, id: 'i2', commandId: backend.sent[0]?.commandId };
      store.dispatch({ type: 'snapshot', snapshot: emptySnapshot({ interactions: [begun] }), receivedAt: 2000 });
      return true;
    });
    expect(await commands.startInteraction(start)).toMatchObject({ ok: true });
  });

  test('without an answer is the same command when it is asked for again, and a new one when the text is another', async () => {
    const { backend, commands } = setUp();
    backend.answers.startInteraction = refused('unknown_outcome');
    await commands.startInteraction(start);
    await commands.startInteraction(start);
    await commands.startInteraction({ ...start, text: 'It is here.' });
    const [first, again, other] = backend.sent.map(({ commandId }) => commandId);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test('that was refused is asked for with a new command', async () => {
    const { backend, commands } = setUp();
    backend.answers.startInteraction = refused('at_capacity');
    await commands.startInteraction(start);
    await commands.startInteraction(start);
    expect(new Set(backend.sent.map(({ commandId }) => commandId)).size).toBe(2);
  });
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
  expect(store.getState().shownTransfers['i1']).toMatchObject({ state: 'refused', reason: 'offline' });
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
              route: [],
            },
          },
        ],
      },
    });
    return Promise.resolve(true);
  });

  const answer = await commands.startTransfer({ interactionId: 'i1', target });

  expect(answer.ok).toBe(true);
  expect(store.getState().shownTransfers['i1']?.state).toBe('pending');
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
  expect(store.getState()).toMatchObject({ shownTransfers: {}, notices: {} });
});

describe('two windows ask for a transfer of one conversation, and this one gets no answer', () => {
  const ofTheOther = {
    id: 't2',
    interactionId: 'i1',
    target: { kind: 'agent', id: 'chen', name: 'Chen Wei' },
    by: interaction.owner,
    startedAt: 2000,
    commandId: 'command-of-the-other',
  } as const;
  const pending: Transfer = {
    ...ofTheOther,
    state: 'pending',
    version: 2,
    route: [],
    expiresAt: 32_000,
    extensions: 0,
  };
  const declined: Transfer = { ...ofTheOther, state: 'declined', version: 3, route: [], endedAt: 9000 };

  test.each([true, false])(
    'it is told that its own is unknown (snapshot: %s), and sees how the other one ends',
    async (resynced) => {
      const { backend, store, commands, resync } = setUp();
      const tell = (type: 'transfer.pending' | 'transfer.declined', transfer: Transfer) => {
        const frame = { v: 1, cursor: transfer.version, at: 2000, events: [{ type, transfer }] } as const;
        store.dispatch({ type: 'frame', receivedAt: 2000, frame: { ...frame, events: [...frame.events] } });
      };
      backend.answers.startTransfer = refused('unknown_outcome');
      resync.mockResolvedValue(resynced);
      const asked = commands.startTransfer({ interactionId: 'i1', target });
      tell('transfer.pending', pending);
      expect(await asked).toMatchObject({ ok: false, error: { code: 'unknown_outcome' } });
      expect(Object.values(store.getState().notices)).toMatchObject([{ reason: 'unknownOutcome' }]);
      expect(store.getState().shownTransfers['i1']).toEqual(pending);
      tell('transfer.declined', declined);
      expect(store.getState().shownTransfers['i1']).toEqual(declined);
    },
  );
});

test('a transfer that was taken and is over is asked for no more once a snapshot has come, however late', async () => {
  const { store, commands } = setUp();
  await commands.startTransfer({ interactionId: 'i1', target });
  expect(store.getState().shownTransfers['i1']).toMatchObject({ state: 'requesting' });
  const snapshot = emptySnapshot({ cursor: 90, interactions: [{ ...interaction, version: 80 }] });
  store.dispatch({ type: 'snapshot', snapshot, receivedAt: 1000 });
  expect(store.getState().shownTransfers).toEqual({});
});

describe('a transfer that has been given up and that the backend still holds for pending', () => {
  const pending: Transfer = {
    id: 't1',
    interactionId: 'i1',
    target,
    by: interaction.owner,
    startedAt: 2000,
    commandId: 'command-given-up',
    state: 'pending',
    version: 2,
    route: [],
    expiresAt: 32_000,
    extensions: 0,
  };
  function givenUp(capabilities?: Partial<BackendCapabilities>) {
    const desk = setUp();
    const snapshot = emptySnapshot({
      cursor: 2,
      interactions: [interaction],
      transfers: [pending],
      capabilities: { ...allCapabilities, ...capabilities },
    });
    desk.store.dispatch({ type: 'snapshot', snapshot, receivedAt: 1000 });
    desk.store.dispatch({ type: 'transferOverdue', interactionId: 'i1', at: 40_000 });
    return desk;
  }
  const types = (backend: ReturnType<typeof fakeBackend>) => backend.sent.map(({ type }) => type);

  test('is withdrawn before another one is asked for', async () => {
    const { backend, store, commands } = givenUp();
    void commands.startTransfer({ interactionId: 'i1', target });
    expect(store.getState().shownTransfers['i1']).toMatchObject({ state: 'requesting' });
    await settled();
    expect(backend.sent).toMatchObject([
      { type: 'cancelTransfer', transferId: 't1' },
      { type: 'startTransfer', target },
    ]);
  });

  test('was accepted after all: nothing more is asked for, and nothing counts as failed', async () => {
    const { backend, store, commands, resync } = givenUp();
    backend.answers.cancelTransfer = refused('too_late');
    resync.mockImplementation(async () => {
      const left = emptySnapshot({ cursor: 3, endedTransfers: [pending.commandId] });
      store.dispatch({ type: 'snapshot', snapshot: left, receivedAt: 9000 });
      return true;
    });
    expect(await commands.startTransfer({ interactionId: 'i1', target })).toMatchObject({ ok: true });
    expect(types(backend)).toEqual(['cancelTransfer']);
    expect(store.getState()).toMatchObject({ shownTransfers: {}, notices: {} });
  });

  test('is not withdrawn where the backend cannot, nor while it is waited for', async () => {
    const cannot = givenUp({ cancelPendingTransfer: false });
    await cannot.commands.startTransfer({ interactionId: 'i1', target });
    expect(types(cannot.backend)).toEqual(['startTransfer']);
    const waits = setUp();
    const snapshot = emptySnapshot({ cursor: 2, interactions: [interaction], transfers: [pending] });
    waits.store.dispatch({ type: 'snapshot', snapshot, receivedAt: 1000 });
    await waits.commands.startTransfer({ interactionId: 'i1', target });
    expect(types(waits.backend)).toEqual(['startTransfer']);
  });
});

test('while it is being asked for, the transfer is shown as requesting', () => {
  const { store, commands } = setUp();
  void commands.startTransfer({ interactionId: 'i1', target });
  expect(store.getState().shownTransfers['i1']).toMatchObject({ state: 'requesting', target });
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
  // Deleted by mistake, it can still be copied; it is no news.
  expect(Object.values(store.getState().notices)).toMatchObject([{ kind: 'draft.kept', text: 'Hello', read: true }]);
});

test('a text that was refused waits for another try under a new command', async () => {
  const { backend, store, commands, resync } = setUp();
  backend.answers.sendMessage = refused('rate_limited');
  await commands.sendMessage({ interactionId: 'i1', text: 'Hello' });
  const [failed] = Object.values(store.getState().outbox);
  expect(failed).toMatchObject({
    text: 'Hello',
    customer: 'Sam Carter',
    status: { state: 'failed', reason: 'refused' },
  });
  expect(resync).not.toHaveBeenCalled();

  commands.retryMessage(failed?.commandId ?? '');
  const [first, second] = backend.sent;
  expect(second).toMatchObject({ text: 'Hello', commandId: failed?.commandId });
  expect(second?.commandId).not.toBe(first?.commandId);
});

test('a text that the product cannot send is told from one that it did not accept', async () => {
  const { backend, store, commands } = setUp();
  backend.answers.sendMessage = refused('unsupported');
  await commands.sendMessage({ interactionId: 'i1', text: 'Hello' });
  expect(Object.values(store.getState().outbox)).toMatchObject([
    { status: { state: 'failed', reason: 'unsupported' } },
  ]);
});

test('a text to a customer who has opted out stays as not sent, and can be sent once they opt in again', async () => {
  const { backend, store, commands } = setUp();
  backend.answers.sendMessage = refused('opted_out');
  await commands.sendMessage({ interactionId: 'i1', text: 'Hello' });
  const [waiting] = Object.values(store.getState().outbox);
  expect(waiting).toMatchObject({ text: 'Hello', status: { state: 'failed', reason: 'optedOut' } });
  delete backend.answers.sendMessage;
  commands.retryMessage(waiting?.commandId ?? '');
  await settled();
  expect(backend.sent.filter(({ type }) => type === 'sendMessage')).toHaveLength(2);
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
      customer: 'Sam Carter',
      text: 'Hello',
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

test('local notices are deleted on the device alone, all others at the backend, too', () => {
  const { backend, store, commands } = setUp();
  for (const id of ['n1', 'local.1', 'local.2']) store.dispatch({ type: 'noticePosted', notice: aNotice({ id }) });
  commands.deleteNotices(['local.1']);
  expect(backend.sent).toEqual([]);
  commands.deleteNotices(['n1', 'local.2', 'unknown']);
  expect(backend.sent).toEqual([expect.objectContaining({ type: 'deleteNotices', noticeIds: ['n1'] })]);
  expect(store.getState().notices).toEqual({});
  store.dispatch({ type: 'noticePosted', notice: aNotice({ id: 'local.1' }) });
  expect(store.getState().notices).toEqual({});
});

describe('the same command, asked for again before the answer', () => {
  const invitationId = 'invitation-1';
  const everyAsk: [string, (commands: RoutingCommands) => Promise<unknown>][] = [
    ['signOut', (commands) => commands.signOut({})],
    ['setChannelState', (commands) => commands.setChannelState({ channel: 'sms', state: 'ready' })],
    ['startTransfer', (commands) => commands.startTransfer({ interactionId: 'i1', target })],
    ['cancelTransfer', (commands) => commands.cancelTransfer({ transferId: 't1' })],
    ['acceptInvitation', (commands) => commands.acceptInvitation({ invitationId })],
    ['declineInvitation', (commands) => commands.declineInvitation({ invitationId })],
    ['extendInvitation', (commands) => commands.extendInvitation({ invitationId })],
    ['setTimeToAnswer', (commands) => commands.setTimeToAnswer({ factor: 2 })],
    ['redeliverMessage', (commands) => commands.redeliverMessage({ interactionId: 'i1', index: 3 })],
    ['completeInteraction', (commands) => commands.completeInteraction({ interactionId: 'i1' })],
    ['saveFavourite', (commands) => commands.saveFavourite({ target })],
    ['removeFavourite', (commands) => commands.removeFavourite({ target })],
    ['addRecent', (commands) => commands.addRecent({ target })],
  ];

  test.each(everyAsk)('%s is one command, and has one answer', async (type, ask) => {
    const { backend, commands } = setUp();
    const answers = [ask(commands), ask(commands)];
    expect(await Promise.all(answers)).toEqual([await answers[0], await answers[0]]);
    expect(backend.sent.map((command) => command.type)).toEqual([type]);
    await ask(commands);
    expect(backend.sent.map((command) => command.type)).toEqual([type, type]);
  });

  test('what was asked in between counts: the last one holds', async () => {
    const { backend, commands } = setUp();
    const be = (state: 'ready' | 'notReady') => commands.setChannelState({ channel: 'sms', state });
    await Promise.all([be('ready'), be('notReady'), be('ready')]);
    expect(backend.sent).toMatchObject([{ state: 'ready' }, { state: 'notReady' }, { state: 'ready' }]);
  });

  test('equal texts are as many messages', async () => {
    const { backend, commands } = setUp();
    const send = () => commands.sendMessage({ interactionId: 'i1', text: 'Hello' });
    await Promise.all([send(), send()]);
    expect(backend.sent).toHaveLength(2);
  });

  test('a text of the outbox that is on its way is not sent again', async () => {
    const { backend, store, commands, resync } = setUp();
    backend.answers.sendMessage = refused('unknown_outcome');
    resync.mockResolvedValue(false);
    await commands.sendMessage({ interactionId: 'i1', text: 'Hello' });
    const [failed] = Object.keys(store.getState().outbox);
    commands.retryMessage(failed ?? '');
    commands.retryMessage(failed ?? '');
    expect(backend.sent).toHaveLength(2);
  });

  test('what is read already is not marked again', () => {
    const { backend, store, commands } = setUp();
    store.dispatch({ type: 'noticePosted', notice: aNotice({ id: 'n1' }) });
    commands.markNoticesRead(['n1']);
    commands.markNoticesRead(['n1']);
    expect(backend.sent).toHaveLength(1);
  });
});

describe('what waits its turn', () => {
  type Answer = Awaited<ReturnType<RoutingCommands['sendMessage']>>;

  /** A backend whose answers tests give, one for each command that has reached it. */
  function setUpSlow() {
    const { backend, ...all } = setUp();
    const answers: (() => void)[] = [];
    const send = backend.send.bind(backend);
    backend.send = (command) => {
      const answer = send(command);
      return new Promise<Answer>((resolve) => answers.push(() => resolve(answer)));
    };
    return {
      backend,
      ...all,
      /** The oldest command that has none gets its answer. */
      async answer() {
        answers.shift()?.();
        await settled();
      },
      reached: () => backend.sent.map((command) => ('text' in command ? command.text : command.type)),
    };
  }
  const say = (text: string) => ({ interactionId: 'i1', text });

  test('signing out waits for the answer to an invitation', async () => {
    const { commands, answer, reached } = setUpSlow();
    void commands.declineInvitation({ invitationId: 'invitation-1', reason: 'busy' });
    void commands.signOut({});
    await settled();
    expect(reached()).toEqual(['declineInvitation']);
    await answer();
    expect(reached()).toEqual(['declineInvitation', 'signOut']);
  });

  test('texts of one conversation leave in the order in which they were written', async () => {
    const { commands, store, answer, reached } = setUpSlow();
    for (const text of ['one', 'two', 'three']) void commands.sendMessage(say(text));
    expect(reached()).toEqual(['one']);
    expect(Object.values(store.getState().outbox).map(({ status }) => status.state)).toEqual([
      'sending',
      'sending',
      'sending',
    ]);
    await answer();
    expect(reached()).toEqual(['one', 'two']);
    await answer();
    expect(reached()).toEqual(['one', 'two', 'three']);
  });

  test('texts of another conversation wait for none of them', async () => {
    const { commands, reached } = setUpSlow();
    void commands.sendMessage(say('one'));
    void commands.sendMessage({ interactionId: 'i2', text: 'to another' });
    expect(reached()).toEqual(['one', 'to another']);
  });

  test.each(['unknown_outcome', 'rate_limited'] as const)('one that fails with %s holds up nothing', async (code) => {
    const { backend, commands, store, answer, reached } = setUpSlow();
    backend.answers.sendMessage = refused(code);
    void commands.sendMessage(say('one'));
    void commands.sendMessage(say('two'));
    await answer();
    expect(reached()).toEqual(['one', 'two']);
    await answer();
    expect(Object.values(store.getState().outbox)).toMatchObject([
      { status: { state: 'failed' } },
      { status: { state: 'failed' } },
    ]);
  });

  test('Try again waits for the texts that are on their way, also where a message was not delivered', async () => {
    const { backend, commands, store, answer, reached } = setUpSlow();
    backend.answers.sendMessage = refused('unknown_outcome');
    void commands.sendMessage(say('one'));
    await answer();
    void commands.sendMessage(say('two'));
    const [failed] = Object.keys(store.getState().outbox);
    commands.retryMessage(failed ?? '');
    void commands.redeliverMessage({ interactionId: 'i1', index: 3 });
    void commands.redeliverMessage({ interactionId: 'i1', index: 3 });
    expect(reached()).toEqual(['one', 'two']);
    for (let index = 0; index < 3; index += 1) await answer();
    expect(reached()).toEqual(['one', 'two', 'one', 'redeliverMessage']);
  });

  test.each([
    ['completeInteraction', (commands: RoutingCommands) => commands.completeInteraction({ interactionId: 'i1' })],
    ['startTransfer', (commands: RoutingCommands) => commands.startTransfer({ interactionId: 'i1', target })],
  ])('%s leaves after the texts that were written before it', async (type, ask) => {
    const { commands, answer, reached } = setUpSlow();
    void commands.sendMessage(say('one'));
    void commands.sendMessage(say('two'));
    void ask(commands);
    await answer();
    expect(reached()).toEqual(['one', 'two']);
    await answer();
    expect(reached()).toEqual(['one', 'two', type]);
  });

  test('a text that another window discards before its turn is not sent', async () => {
    const { commands, store, answer, reached } = setUpSlow();
    void commands.sendMessage(say('one'));
    const second = commands.sendMessage(say('two'));
    store.dispatch({ type: 'messageDiscarded', commandId: Object.keys(store.getState().outbox)[1] ?? '' });
    await answer();
    expect(await second).toMatchObject({ ok: false, error: { code: 'gone' } });
    expect(reached()).toEqual(['one']);
  });

  type Wish = (commands: RoutingCommands) => unknown;
  const invitationId = 'invitation-1';
  const wishes: [string, Wish, Wish][] = [
    [
      'own status',
      (commands) => commands.setChannelState({ channel: 'sms', state: 'ready' }),
      (commands) => commands.setChannelState({ channel: 'sms', state: 'notReady' }),
    ],
    [
      'a favourite',
      (commands) => commands.saveFavourite({ target }),
      (commands) => commands.removeFavourite({ target }),
    ],
    [
      'an invitation',
      (commands) => commands.declineInvitation({ invitationId }),
      (commands) => commands.acceptInvitation({ invitationId }),
    ],
    [
      'the time to answer',
      (commands) => commands.setTimeToAnswer({ factor: 2 }),
      (commands) => commands.setTimeToAnswer({ factor: 5 }),
    ],
  ];

  test.each(wishes)('what is asked about %s waits for what was asked before', async (_thing, first, second) => {
    const { backend, commands, answer } = setUpSlow();
    void first(commands);
    void second(commands);
    expect(backend.sent).toHaveLength(1);
    await answer();
    expect(backend.sent).toHaveLength(2);
  });

  test('a time to answer that is sent again does not overtake a newer one', async () => {
    const { backend, commands, store, answer } = setUpSlow();
    const older = { type: 'setTimeToAnswer', commandId: 'of-an-earlier-page', factor: 2 } as const;
    store.dispatch({ type: 'commandPending', command: older });
    store.dispatch({ type: 'connectionChanged', connection: { state: 'live' } });
    void commands.setTimeToAnswer({ factor: 5 });
    expect(backend.sent).toMatchObject([{ factor: 2 }]);
    await answer();
    expect(backend.sent).toMatchObject([{ factor: 2 }, { factor: 5 }]);
  });

  test('Accept does not wait for more time', () => {
    const { backend, commands } = setUpSlow();
    void commands.extendInvitation({ invitationId });
    void commands.acceptInvitation({ invitationId });
    expect(backend.sent).toHaveLength(2);
  });

  test('whatever is asked and however it is answered, each thing keeps its order and its last wish', async () => {
    const texts = fc.record({ do: fc.constant('text' as const), to: fc.constantFrom('i1', 'i2') });
    const states = fc.record({ do: fc.constant('be' as const), state: fc.constantFrom('ready', 'notReady') });
    const answers = fc.record({
      do: fc.constant('answer' as const),
      code: fc.constantFrom('taken', 'unknown_outcome', 'rate_limited'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(texts, states, answers), { maxLength: 30 }), async (steps) => {
        const { backend, commands, answer, reached } = setUpSlow();
        const written: Record<string, string[]> = { i1: [], i2: [] };
        let wish: string | undefined;
        let asked = 0;
        for (const step of steps) {
          if (step.do === 'text') {
            const text = `text ${asked}`;
            written[step.to]?.push(text);
            void commands.sendMessage({ interactionId: step.to, text });
          } else if (step.do === 'be') {
            wish = step.state;
            void commands.setChannelState({ channel: 'sms', state: step.state });
          } else {
            if (step.code === 'taken') delete backend.answers.sendMessage;
            else backend.answers.sendMessage = refused(step.code);
            await answer();
          }
          asked += 1;
        }
        for (let left = asked; left > 0; left -= 1) await answer();
        for (const id of ['i1', 'i2'])
          expect(reached().filter((text) => written[id]?.includes(text))).toEqual(written[id]);
        const last = backend.sent.findLast((command) => command.type === 'setChannelState');
        expect(last?.state).toBe(wish);
      }),
    );
  });
});

test('half of a surrogate pair does not leave the desktop', async () => {
  const { backend, store, commands } = setUp();
  const sending = commands.sendMessage({ interactionId: 'i1', text: 'Hi \ud83d' });
  expect(Object.values(store.getState().outbox)).toMatchObject([{ text: 'Hi \ufffd' }]);
  await sending;
  await commands.startTransfer({ interactionId: 'i1', target, note: 'Billing \udc4d \ud83d\udc4d' });
  expect(backend.sent).toMatchObject([{ text: 'Hi \ufffd' }, { note: 'Billing \ufffd 👍' }]);
});
