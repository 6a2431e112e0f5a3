import { get, rowsOf } from '../contact-centre/table';
import { samsConversation } from '../scenarios/demo-data';
import { createManualClock, flushPromises } from '../testing/manual-clock';
import { createTestCentre, given, recordingSink, refusal } from '../testing/test-centre';
import type { TestAgent } from '../testing/test-centre';
import { memoryLog } from './log';
import type { Log } from './log';
import { heartbeatMs } from './streams';

const bianca = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const;
const toBianca = { type: 'startTransfer', interactionId: samsConversation, target: bianca } as const;

async function bothAtWork(options: Parameters<typeof createTestCentre>[0] = {}) {
  const test = createTestCentre(options);
  const ana = await test.signIn('ana');
  const second = await test.signIn('bianca');
  return { ...test, ana, bianca: second };
}

const transfersOf = async (centre: ReturnType<typeof createTestCentre>['centre'], agent: TestAgent) =>
  (await given(centre.read(agent.token, 'snapshot', {}))).transfers;

describe('sessions', () => {
  test('a token names its agent', async () => {
    const { centre } = createTestCentre();
    const session = await given(centre.openSession({ agentId: 'ana' }));
    expect(session.agent).toEqual({ id: 'ana', name: 'Ana Ruiz' });
    expect((await given(centre.read(session.token, 'snapshot', {}))).agent.id).toBe('ana');
  });

  test('unknown agents get none, unknown tokens nothing', async () => {
    const { centre } = createTestCentre();
    expect(await refusal(centre.openSession({ agentId: 'nobody' }))).toBe('not_found');
    expect(await refusal(centre.read('constructor', 'snapshot', {}))).toBe('unauthenticated');
  });

  test('signing out ends the sessions of all windows', async () => {
    const { centre, signIn } = createTestCentre();
    const first = await signIn('ana');
    const second = await signIn('ana');
    const stream = await second.follow();
    await given(first.send({ type: 'signOut' }));
    expect(await refusal(centre.read(second.token, 'snapshot', {}))).toBe('unauthenticated');
    expect(stream.types().at(-1)).toBe('session.ended');
    expect([stream.closed, centre.openStreams()]).toEqual([true, 0]);
  });

  test('end as well when a script signs the agent out', async () => {
    const { centre, clock, signIn } = createTestCentre({ scenario: 'target-signs-out' });
    const ana = await signIn('ana');
    const played = await signIn('bianca');
    const stream = await played.follow();
    await given(ana.send(toBianca));
    await clock.advance(10_000);
    expect(stream.types().at(-1)).toBe('session.ended');
    expect(stream.closed).toBe(true);
    expect(await refusal(centre.read(played.token, 'snapshot', {}))).toBe('unauthenticated');
  });
});

describe('commands', () => {
  test('are published to the streams of the agents concerned', async () => {
    const { ana, bianca: invited } = await bothAtWork();
    const sent = await ana.follow();
    const received = await invited.follow();
    await given(ana.send(toBianca));
    expect(sent.types()).toContain('transfer.pending');
    expect(received.types()).toContain('invitation.offered');
    expect(received.types()).not.toContain('transfer.pending');
  });

  test('sent twice at once happen once, and both are taken', async () => {
    const { centre, ana } = await bothAtWork();
    const text = { type: 'sendMessage', interactionId: samsConversation, text: 'Yes, I am here.' } as const;
    const answers = await Promise.all(Array.from({ length: 5 }, () => ana.send(text, 'the-same-id')));
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ ok: true, value: { commandId: 'the-same-id' } })));
    const { messages } = await given(centre.read(ana.token, 'messages', { interactionId: samsConversation }));
    expect(messages.filter((message) => message.kind === 'agent' && message.text === text.text)).toHaveLength(1);
  });

  test('that were refused are refused again, even when they would be taken by now', async () => {
    const { ana, bianca: invited, centre } = await bothAtWork();
    const setBianca = (state: 'ready' | 'notReady') =>
      given(invited.send({ type: 'setChannelState', channel: 'sms', state }));
    await setBianca('notReady');
    const refused = await ana.send(toBianca, 'the-same-id');
    expect(refused).toMatchObject({ ok: false, problem: { code: 'target_unavailable', target: 'notReady' } });
    await setBianca('ready');
    const before = await centre.state();
    expect(await ana.send(toBianca, 'the-same-id')).toEqual(refused);
    expect(await refusal(ana.send({ ...toBianca, note: 'Please' }, 'the-same-id'))).toBe('conflict');
    expect(await ana.send(toBianca, 'the-same-id')).toEqual(refused);
    expect(await centre.state()).toBe(before);
    await given(ana.send(toBianca, 'another-id'));
  });

  test('keep their result when their id is used for another one in between', async () => {
    const { ana, centre } = await bothAtWork();
    const text = { type: 'sendMessage', interactionId: samsConversation, text: 'One moment.' } as const;
    await given(ana.send(text, 'the-same-id'));
    const before = await centre.state();
    expect(await refusal(ana.send({ ...text, text: 'Two moments.' }, 'the-same-id'))).toBe('conflict');
    expect(await given(ana.send(text, 'the-same-id'))).toEqual({ commandId: 'the-same-id' });
    expect(await centre.state()).toBe(before);
  });

  test('are new to a contact centre that has started over', async () => {
    const { ana, centre } = await bothAtWork();
    expect(await refusal(ana.send({ type: 'dismissTransfer', transferId: 'transfer-1' }, 'the-same-id'))).toBe(
      'not_found',
    );
    await centre.control.reset();
    await given(ana.send({ type: 'signIn', ready: true }, 'the-same-id'));
  });

  test('are stored before they are published', async () => {
    const order: string[] = [];
    const memory = memoryLog();
    const log: Log = {
      ...memory,
      async append(entry) {
        await Promise.resolve();
        await memory.append(entry);
        order.push('kept');
      },
    };
    const { ana, bianca: invited, centre } = await bothAtWork({ log });
    await given(
      centre.subscribe(invited.token, undefined, { ...recordingSink(), frame: () => void order.push('told') }),
    );
    await centre.state();
    order.length = 0;
    await ana.send(toBianca).then(() => order.push('answered'));
    expect(order.toSorted()).toEqual(['answered', 'kept', 'told']);
    expect(order[0]).toBe('kept');
  });

  test('that cannot be kept change nothing', async () => {
    const memory = memoryLog();
    let full = false;
    const log: Log = {
      ...memory,
      append: (entry) => (full ? Promise.reject(new Error('disk full')) : memory.append(entry)),
    };
    const { ana, centre } = await bothAtWork({ log });
    const before = await centre.state();
    full = true;
    await expect(ana.send(toBianca)).rejects.toThrow('disk full');
    expect(await centre.state()).toBe(before);
  });
});

describe('time', () => {
  test('an invitation expires by itself after 30 s', async () => {
    const { ana, clock, centre } = await bothAtWork();
    await given(ana.send(toBianca));
    await clock.advance(29_999);
    expect(await transfersOf(centre, ana)).toMatchObject([{ state: 'pending' }]);
    await clock.advance(1);
    expect(await transfersOf(centre, ana)).toMatchObject([{ state: 'expired' }]);
  });

  test('a command finds done what has fallen due, even when the alarm is late', async () => {
    const punctual = createManualClock();
    let late = 0;
    const { ana, centre } = await bothAtWork({ clock: { ...punctual, now: () => punctual.now() + late } });
    await given(ana.send(toBianca));
    const [transfer] = await transfersOf(centre, ana);
    late = 30_000;
    expect(await refusal(ana.send({ type: 'cancelTransfer', transferId: transfer?.id ?? '' }))).toBe('gone');
    expect(await transfersOf(centre, ana)).toMatchObject([{ state: 'expired' }]);
  });

  test.each([2, 4, 6, 8, 10])(
    'nothing overdue is cancelled, though the clock goes on while the command is taken: %i ms before the deadline',
    async (before) => {
      const punctual = createManualClock();
      let late = 0;
      let tick = 0;
      const { ana, centre } = await bothAtWork({ clock: { ...punctual, now: () => punctual.now() + (late += tick) } });
      await given(ana.send(toBianca));
      const [transfer] = await transfersOf(centre, ana);
      late = 30_000 - before;
      tick = 1;
      await ana.send({ type: 'cancelTransfer', transferId: transfer?.id ?? '' });
      const [ended] = await transfersOf(centre, ana);
      if (ended?.state === 'cancelled') expect(ended.endedAt - ended.startedAt).toBeLessThan(30_000);
      else expect(ended?.state).toBe('expired');
    },
  );

  test('advance moves it without waiting, and publishes what fell due', async () => {
    const { ana, centre } = await bothAtWork();
    const stream = await ana.follow();
    await given(ana.send(toBianca));
    await centre.control.advance({ ms: 30_000 });
    expect(stream.types()).toContain('transfer.expired');
    const ended = (await transfersOf(centre, ana))[0];
    expect(ended).toMatchObject({ state: 'expired' });
    expect(ended?.state === 'expired' && ended.endedAt - ended.startedAt).toBe(30_000);
  });

  test('an agent without a stream for a minute is of unknown presence, until the stream is back', async () => {
    const { ana, clock, centre, bianca: second } = await bothAtWork();
    const stream = await second.follow();
    const presence = async () => {
      const { targets } = await given(centre.read(ana.token, 'searchTargets', { query: 'bianca' }));
      return targets.map((target) => target.kind === 'agent' && target.presence?.state);
    };
    stream.stop();
    await clock.advance(62_000);
    expect(await presence()).toEqual(['unknown']);
    await second.follow();
    await clock.advance(2000);
    expect(await presence()).toEqual(['ready']);
  });
});

describe('an error in what happens without a request', () => {
  async function withFault() {
    const memory = memoryLog();
    const fault = { error: undefined as Error | undefined };
    const log: Log = {
      ...memory,
      append: (entry) => (fault.error ? Promise.reject(fault.error) : memory.append(entry)),
    };
    const onError = jest.fn();
    return { ...(await bothAtWork({ log, onError })), fault, onError };
  }

  test('at a deadline is told, changes nothing, and fails the requests until it has gone', async () => {
    const { ana, centre, clock, fault, onError } = await withFault();
    await ana.follow();
    await given(ana.send(toBianca));
    const before = await centre.state();
    fault.error = new Error('broken');
    await clock.advance(30_000);
    expect(onError.mock.calls).toEqual([[fault.error]]);
    expect(await centre.state()).toBe(before);
    await expect(centre.read(ana.token, 'snapshot', {})).rejects.toThrow('broken');
    fault.error = undefined;
    expect(await transfersOf(centre, ana)).toMatchObject([{ state: 'expired' }]);
  });

  test('is over with a reset', async () => {
    const { ana, centre, clock, fault, onError } = await withFault();
    await ana.follow();
    await given(ana.send(toBianca));
    fault.error = new Error('broken');
    await clock.advance(30_000);
    await centre.control.reset();
    expect(await transfersOf(centre, ana)).toEqual([]);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  test('of a stream that opens is told', async () => {
    const { ana, fault, onError } = await withFault();
    fault.error = new Error('broken');
    await ana.follow();
    await flushPromises();
    expect(onError.mock.calls).toEqual([[fault.error]]);
  });

  test('of a stream that takes no frame is told, and the command is answered', async () => {
    const { ana, centre, onError } = await withFault();
    const error = new Error('broken');
    await given(
      centre.subscribe(ana.token, undefined, {
        ...recordingSink(),
        frame: () => {
          throw error;
        },
      }),
    );
    await flushPromises();
    onError.mockClear();
    await given(ana.send(toBianca));
    await flushPromises();
    expect(onError.mock.calls).toEqual([[error]]);
  });
});

describe('an agent who signs in and opens no stream', () => {
  const presenceOf = async ({ centre }: ReturnType<typeof createTestCentre>, agentId: string) =>
    get((await centre.state()).agents, agentId).presence.state;

  test('is of unknown presence after a minute, also when it is for the second time', async () => {
    const test = createTestCentre();
    const first = await test.signIn('bianca');
    await test.clock.advance(59_999);
    expect(await presenceOf(test, 'bianca')).toBe('ready');
    await test.clock.advance(1);
    expect(await presenceOf(test, 'bianca')).toBe('unknown');
    await given(first.send({ type: 'signOut' }));
    await test.signIn('bianca');
    await test.clock.advance(59_999);
    expect(await presenceOf(test, 'bianca')).toBe('ready');
    await test.clock.advance(1);
    expect(await presenceOf(test, 'bianca')).toBe('unknown');
  });

  test('is seen when the stream was opened before, or by another window', async () => {
    const test = createTestCentre();
    const { token } = await given(test.centre.openSession({ agentId: 'bianca' }));
    await given(test.centre.subscribe(token, undefined, recordingSink()));
    await test.signIn('bianca');
    await test.clock.advance(120_000);
    expect(await presenceOf(test, 'bianca')).toBe('ready');
  });

  test('is present when only a script or a demonstrator acts for them', async () => {
    const test = createTestCentre();
    await given(
      test.centre.control.perform({
        agentId: 'bianca',
        command: { type: 'signIn', commandId: 'sign-in-1', ready: true },
      }),
    );
    await test.clock.advance(120_000);
    expect(await presenceOf(test, 'bianca')).toBe('ready');
  });
});

describe('streams', () => {
  test('beat at once and every 5 s, with the contact centre’s time', async () => {
    const { ana, clock } = await bothAtWork();
    const stream = await ana.follow();
    await clock.advance(2 * heartbeatMs);
    const [first = 0] = stream.heartbeats;
    expect(stream.heartbeats).toEqual([first, first + heartbeatMs, first + 2 * heartbeatMs]);
  });

  test('resume after the last frame that was seen', async () => {
    const { ana, centre } = await bothAtWork();
    const { cursor } = await given(centre.read(ana.token, 'snapshot', {}));
    const whole = await ana.follow();
    await given(ana.send(toBianca));
    await given(ana.send({ type: 'sendMessage', interactionId: samsConversation, text: 'One moment.' }));
    const resumed = await ana.follow(cursor);
    expect(resumed.frames).toEqual(whole.frames);
    const last = await ana.follow(resumed.frames[0]?.cursor);
    expect(last.frames).toEqual(whole.frames.slice(1));
  });

  test('follow a snapshot without a gap, whatever led to it', async () => {
    const { ana, centre, signIn } = await bothAtWork();
    // Leads to a new position without frames.
    await signIn('ana');
    const { cursor } = await given(centre.read(ana.token, 'snapshot', {}));
    const stream = await ana.follow(cursor);
    expect(stream.gaps).toBe(0);
    expect(stream.closed).toBe(false);
  });

  test('from a position that is unknown or forgotten there is a gap', async () => {
    const { ana, centre } = await bothAtWork();
    for (const cursor of [0, 1_000_000]) {
      const stream = await ana.follow(cursor);
      expect([stream.gaps, stream.closed]).toEqual([1, true]);
    }
    expect(centre.openStreams()).toBe(0);
  });

  test('a token has one: the newest', async () => {
    const { ana, centre } = await bothAtWork();
    const older = await ana.follow();
    const newer = await ana.follow();
    expect([older.closed, newer.closed, centre.openStreams()]).toEqual([true, false, 1]);
  });

  test('can be dropped, and resume without loss', async () => {
    const { ana, centre } = await bothAtWork();
    const { cursor } = await given(centre.read(ana.token, 'snapshot', {}));
    const stream = await ana.follow(cursor);
    await centre.control.dropStreams();
    expect(stream.closed).toBe(true);
    await given(centre.control.customerWrites({ interactionId: samsConversation, text: 'Hello?' }));
    const resumed = await ana.follow(cursor);
    expect(resumed.types()).toContain('messages.appended');
  });
});

describe('control', () => {
  test('reset starts over; sessions stay, streams lose their place, positions never run back', async () => {
    const { ana, centre } = await bothAtWork();
    const stream = await ana.follow();
    await given(ana.send(toBianca));
    const before = await given(centre.read(ana.token, 'snapshot', {}));
    await centre.control.reset();
    expect([stream.gaps, stream.closed]).toEqual([1, true]);
    const after = await given(centre.read(ana.token, 'snapshot', {}));
    expect(after.transfers).toEqual([]);
    expect(after.agent.presence.state).toBe('offline');
    expect(after.cursor).toBeGreaterThan(before.cursor);
    // Else a desktop would hold what it knows of the earlier life for newer.
    for (const { version } of [after.agent, ...after.interactions]) expect(version).toBeGreaterThan(before.cursor);
    expect((await ana.follow(before.cursor)).gaps).toBe(1);
  });

  test('the customer writes and ends', async () => {
    const { ana, centre } = await bothAtWork();
    const stream = await ana.follow();
    await given(centre.control.customerWrites({ interactionId: samsConversation, text: 'Forget it.' }));
    await given(centre.control.customerEnds({ interactionId: samsConversation }));
    expect(stream.types()).toEqual(expect.arrayContaining(['messages.appended', 'interaction.updated']));
    expect(await refusal(centre.control.customerWrites({ interactionId: 'sms-0', text: 'Hello?' }))).toBe('not_found');
  });

  test('perform acts for an agent', async () => {
    const { centre } = createTestCentre();
    await given(
      centre.control.perform({ agentId: 'bianca', command: { type: 'signIn', commandId: 'sign-in-1', ready: true } }),
    );
    const { agents } = await given(centre.signInChoices());
    expect(agents.find(({ id }) => id === 'bianca')).toMatchObject({ signedIn: true });
  });
});

describe('the history is stored', () => {
  test('a restarted contact centre has the same state', async () => {
    const log = memoryLog();
    const first = await bothAtWork({ log });
    await given(first.ana.send(toBianca));
    await first.centre.control.advance({ ms: 5000 });
    const before = await given(first.centre.read(first.ana.token, 'snapshot', {}));
    first.centre.close();

    const { centre } = createTestCentre({ log, clock: first.clock });
    const after = await given(centre.read(first.ana.token, 'snapshot', {}));
    // Falling asleep closed the streams, which counts as a step.
    expect(after).toEqual({ ...before, cursor: after.cursor });
    expect(after.transfers).toMatchObject([{ state: 'pending' }]);
  });

  test('what fell due meanwhile happens first', async () => {
    const log = memoryLog();
    const first = await bothAtWork({ log });
    await given(first.ana.send(toBianca));
    first.centre.close();
    await first.clock.advance(300_000);

    const { centre } = createTestCentre({ log, clock: first.clock });
    const [invitation] = rowsOf((await centre.state()).invitations);
    const late = centre.command(first.bianca.token, {
      type: 'acceptInvitation',
      commandId: 'too-late-1',
      invitationId: invitation?.invitation.id ?? '',
    });
    expect(await refusal(late)).toBe('gone');
    const [transfer] = (await given(centre.read(first.ana.token, 'snapshot', {}))).transfers;
    expect(transfer).toMatchObject({ state: 'expired' });
    expect(transfer?.state === 'expired' && transfer.endedAt - transfer.startedAt).toBe(30_000);
  });

  test('agents whose windows do not come back within a minute are of unknown presence', async () => {
    const log = memoryLog();
    const first = await bothAtWork({ log });
    await first.ana.follow();
    await first.bianca.follow();
    await first.clock.advance(2000);

    const { centre, clock } = createTestCentre({ log, clock: first.clock });
    await given(centre.subscribe(first.ana.token, undefined, recordingSink()));
    await clock.advance(60_000);
    const state = await centre.state();
    expect(['ana', 'bianca'].map((id) => get(state.agents, id).presence.state)).toEqual(['ready', 'unknown']);
  });

  test('a command that was accepted before a restart has no second effect after it', async () => {
    const log = memoryLog();
    const first = await bothAtWork({ log });
    await given(first.ana.send(toBianca, 'kept-command'));
    first.centre.close();

    const { centre } = createTestCentre({ log, clock: first.clock });
    expect(await given(centre.command(first.ana.token, { ...toBianca, commandId: 'kept-command' }))).toEqual({
      commandId: 'kept-command',
    });
    expect((await given(centre.read(first.ana.token, 'snapshot', {}))).transfers).toHaveLength(1);
  });

  test('scripted happenings go on after a restart, and none happens twice', async () => {
    const log = memoryLog();
    const first = createTestCentre({ scenario: 'queue', log });
    const ana = await first.signIn('ana');
    await given(
      ana.send({
        type: 'startTransfer',
        interactionId: samsConversation,
        target: { kind: 'queue', id: 'delivery', name: 'Delivery' },
      }),
    );
    await first.clock.advance(4000);
    first.centre.close();

    const { centre, clock } = createTestCentre({ scenario: 'queue', log, clock: first.clock });
    await clock.advance(10_000);
    const invitations = rowsOf((await centre.state()).invitations).map(({ agentId, invitation }) => [
      agentId,
      invitation.state === 'ended' && invitation.outcome,
    ]);
    expect(invitations).toEqual([
      ['kavya', 'declined'],
      ['bianca', 'accepted'],
    ]);
  });

  test('a dropped happening does not come back after a restart', async () => {
    const log = memoryLog();
    const first = createTestCentre({ scenario: 'target-accepts', log });
    const ana = await first.signIn('ana');
    await given(ana.send(toBianca));
    const [transfer] = await transfersOf(first.centre, ana);
    await given(ana.send({ type: 'cancelTransfer', transferId: transfer?.id ?? '' }));
    // Bianca would have accepted by now.
    await first.clock.advance(10_000);
    await given(ana.send(toBianca));
    first.centre.close();

    const { centre, clock } = createTestCentre({ scenario: 'target-accepts', log, clock: first.clock });
    expect(await transfersOf(centre, ana)).toMatchObject([{ state: 'pending' }]);
    await clock.advance(3000);
    expect(await transfersOf(centre, ana)).toMatchObject([{ state: 'accepted' }]);
  });

  test.each([
    {},
    { startedAt: 'today', life: 1, origin: 0, clock: { time: 0, since: 0, rate: 1 }, sessions: {} },
    { startedAt: 1, life: 1, origin: 0, clock: { time: 0, since: null, rate: 1 }, sessions: {} },
  ])('what another version has kept, as %j, gives way to a new life', async (kept) => {
    const log: Log = { ...memoryLog(), load: async () => JSON.parse(JSON.stringify({ entries: [], ...kept })) };
    const { ana, centre } = await bothAtWork({ log });
    await given(ana.send(toBianca));
    expect(await transfersOf(centre, ana)).toMatchObject([{ state: 'pending' }]);
  });

  test('a log that does not fit the scenario any more is replaced', async () => {
    const log = memoryLog();
    const { ana, centre, clock } = await bothAtWork({ log });
    await given(ana.send(toBianca));
    centre.close();
    await log.append({ input: { at: clock.now(), kind: 'customerEnds', interactionId: 'gone' } });
    const { cursor } = await centre.state();
    const next = createTestCentre({ log, clock });
    const state = await next.centre.state();
    expect(rowsOf(state.transfers)).toEqual([]);
    // Positions do not run back: no client resumes in the wrong log.
    expect(state.cursor).toBeGreaterThan(cursor);
    expect((await given(next.centre.signInChoices())).agents.find(({ id }) => id === 'ana')).toMatchObject({
      signedIn: false,
    });
    // Desktops that were told more learn that it is not known here.
    const { token } = await next.signIn('ana');
    expect((await given(next.centre.read(token, 'snapshot', {}))).origin).toBeGreaterThan(cursor);
  });
});

describe('the clock', () => {
  test('stands still: nothing falls due, and streams go on being heard', async () => {
    const { centre, clock, signIn } = createTestCentre();
    const ana = await signIn('ana');
    const stream = await ana.follow();
    await centre.control.setRate({ rate: 0 });
    const { time } = await given(centre.control.clock());
    const heard = stream.heartbeats.length;
    await clock.advance(20_000);
    expect(await given(centre.control.clock())).toMatchObject({ time, rate: 0 });
    expect(stream.heartbeats.slice(heard)).toEqual([time, time, time, time]);
  });

  test('goes on as it was set when the contact centre is started again: a pause outlasts a reload', async () => {
    const log = memoryLog();
    const first = createTestCentre({ log });
    await first.centre.control.setRate({ rate: 0 });
    await first.centre.control.advance({ ms: 5000 });
    const { time } = await given(first.centre.control.clock());
    first.centre.close();
    await first.clock.advance(60_000);
    const { centre } = createTestCentre({ log, clock: first.clock });
    expect(await given(centre.control.clock())).toMatchObject({ time, rate: 0 });
    await centre.control.setRate({ rate: 1 });
    await first.clock.advance(1000);
    const { time: later, since } = await given(centre.control.clock());
    expect(later + first.clock.now() - since).toBe(time + 1000);
  });

  test('goes twenty times as fast: so do deadlines and heartbeats', async () => {
    const { centre, clock, signIn } = createTestCentre({ scenario: 'no-answer' });
    const ana = await signIn('ana');
    const stream = await ana.follow();
    await given(ana.send(toBianca));
    await centre.control.setRate({ rate: 20 });
    // One at once, from then on one every five seconds of the contact centre.
    const heard = stream.heartbeats.length;
    await clock.advance(2000);
    expect(stream.types()).toContain('transfer.expired');
    expect(stream.heartbeats.length - heard).toBe(8);
  });

  test('can be moved while it stands still', async () => {
    const { centre, signIn } = createTestCentre({ scenario: 'no-answer' });
    const ana = await signIn('ana');
    await given(ana.send(toBianca));
    await centre.control.setRate({ rate: 0 });
    await centre.control.advance({ ms: 29_999 });
    const pending = await given(centre.read(ana.token, 'snapshot', {}));
    await centre.control.advance({ ms: 1 });
    const over = await given(centre.read(ana.token, 'snapshot', {}));
    expect([pending, over].map(({ transfers }) => transfers[0]?.state)).toEqual(['pending', 'expired']);
  });
});
