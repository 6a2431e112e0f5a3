import { expose } from 'comlink';
import type { ContactCentrePort } from '../service/port';
import { samsConversation } from '../scenarios/demo-data';
import { flushPromises } from '../testing/manual-clock';
import { createTestCentre, given, recordingSink, refusal } from '../testing/test-centre';
import { createWire } from '../testing/wire';
import { servePage } from './serve-page';
import { connectToWorker } from './worker-port';

const open: { close(): void }[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

/** A page whose contact centre is at the other end of a channel, where structured cloning is real. */
function connect(centre: ContactCentrePort): { port: ContactCentrePort; leave(): void } {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const { served, leave } = servePage(centre);
  open.push({ close: leave });
  expose(served, port2);
  return { port: connectToWorker(port1), leave };
}

/** Waits until what was posted has arrived. */
async function arrived(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await flushPromises();
}

const bianca = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const;
const toBianca = { type: 'startTransfer', interactionId: samsConversation, target: bianca } as const;

/** Uses every method of the port, with what is taken and what is refused. */
async function useAll(port: ContactCentrePort): Promise<unknown[]> {
  const { token } = await given(port.openSession({ agentId: 'ana' }));
  const answers: unknown[] = [token];
  const asks: (() => Promise<unknown>)[] = [
    () => port.signInChoices(),
    () => port.openSession({ agentId: 'nobody' }),
    () => port.command(token, { type: 'signIn', commandId: 'command-1', ready: true }),
    () => port.command(token, { ...toBianca, commandId: 'command-2' }),
    () => port.read(token, 'snapshot', {}),
    () => port.read('unknown', 'snapshot', {}),
    () => port.read(token, 'searchTargets', {}),
    () => port.read(token, 'searchTargets', { query: 'b', kinds: ['agent', 'queue'], limit: 1, cursor: '1' }),
    () => port.read(token, 'favourites', {}),
    () => port.read(token, 'recents', {}),
    () => port.read(token, 'messages', { interactionId: samsConversation }),
    () => port.read(token, 'messages', { interactionId: samsConversation, before: 5, limit: 2 }),
    () => port.control.customerWrites({ interactionId: samsConversation, text: 'Hello?' }),
    () => port.control.customerWrites({ interactionId: 'sms-0', text: 'Hello?' }),
    () => port.control.perform({ agentId: 'bianca', command: { type: 'signIn', commandId: 'command-3', ready: true } }),
    () => port.control.perform({ agentId: 'nobody', command: { type: 'signOut', commandId: 'command-4' } }),
    () =>
      port.control.tellAgents({
        notice: { kind: 'broadcast', severity: 'information', text: 'Lunch is ready' },
        agentIds: ['ana'],
      }),
    () =>
      port.control.tellAgents({
        notice: { kind: 'broadcast', severity: 'information', text: 'Lunch is ready' },
        agentIds: ['nobody'],
      }),
    () => port.control.advance({ ms: 5000 }),
    () => port.control.customerEnds({ interactionId: samsConversation }),
    () => port.control.customerEnds({ interactionId: samsConversation }),
    () => port.control.setNetwork({ failures: [{ operation: 'favourites', how: 'error', oneIn: 2 }] }),
    () => port.control.setColleague({ agentId: 'bianca', answer: 'accept', afterMs: 1000 }),
    () => port.control.customerStarts({ contact: { id: 'contact-900' }, queueId: 'billing', text: 'Hello' }),
    () => port.control.setDirectory({ size: 30 }),
    () => port.control.setPresenceTraffic({ perSecond: 2 }),
    () => port.control.advance({ ms: 5000 }),
    () => port.control.overview(),
    () => port.control.happened(),
    () => port.control.clock(),
    () => port.control.dropStreams(),
    () => port.control.commands(),
    () => port.read(token, 'snapshot', {}),
    () => port.control.reset(),
    () => port.read(token, 'snapshot', {}),
  ];
  for (const ask of asks) answers.push(await ask());
  return answers;
}

test('every method answers across the channel as it does without one', async () => {
  const near = createTestCentre();
  const far = createTestCentre();
  expect(await useAll(connect(far.centre).port)).toEqual(await useAll(near.centre));
});

test('two pages are two agents of one contact centre', async () => {
  const { centre } = createTestCentre();
  const first = connect(centre).port;
  const second = connect(centre).port;
  const enter = async (port: ContactCentrePort, agentId: string) => {
    const { token } = await given(port.openSession({ agentId }));
    await given(port.command(token, { type: 'signIn', commandId: 'signs-in', ready: true }));
    return token;
  };
  const ana = await enter(first, 'ana');
  const sink = recordingSink();
  await given(second.subscribe(await enter(second, 'bianca'), undefined, sink));
  await given(first.command(ana, { ...toBianca, commandId: 'over-to-bianca' }));
  await arrived();
  expect(sink.types()).toContain('invitation.offered');
});

test('the same handlers answer over it', async () => {
  const wire = createWire(connect(createTestCentre().centre).port);
  expect((await wire({ path: '/v1/session', body: { agentId: 'ana' } })).status).toBe(201);
  expect((await wire({ path: '/v1/control/advance', body: { ms: 1000 } })).status).toBe(204);
  expect((await wire({ path: '/v1/snapshot', token: 'unknown' })).status).toBe(401);
});

test('a lost connection is lost across the channel too', async () => {
  const { centre, clock } = createTestCentre({ scenario: 'connection-lost' });
  await clock.advance(20_000);
  const { port } = connect(centre);
  expect(await refusal(port.signInChoices())).toBe('connectionLost');
});

test('what breaks in the worker breaks in the page', async () => {
  const { centre } = createTestCentre();
  const broken = () => Promise.reject(new Error('disk full'));
  const { port } = connect({ ...centre, read: broken, control: { ...centre.control, advance: broken } });
  await expect(port.read('any', 'snapshot', {})).rejects.toThrow('disk full');
  await expect(port.control.advance({ ms: 1 })).rejects.toThrow('disk full');
  expect((await createWire(port)({ path: '/v1/snapshot', token: 'any' })).status).toBe(500);
});

describe('streams', () => {
  async function follow(cursor?: number) {
    const { centre, signIn, clock } = createTestCentre();
    const ana = await signIn('ana');
    const { port } = connect(centre);
    const sink = recordingSink();
    const stop = await given(port.subscribe(ana.token, cursor, sink));
    return { centre, clock, ana, port, sink, stop };
  }

  test('carry frames and heartbeats', async () => {
    const { centre, clock, sink, ana } = await follow();
    const near = await (await createTestCentre().signIn('ana')).follow();
    expect(sink.heartbeats).toEqual(near.heartbeats);
    const { cursor } = await given(centre.read(ana.token, 'snapshot', {}));
    await given(centre.control.customerWrites({ interactionId: samsConversation, text: 'Hello?' }));
    await arrived();
    expect(sink.frames).toMatchObject([{ cursor: cursor + 1, events: [{ type: 'messages.appended' }] }]);
    await clock.advance(5_000);
    await arrived();
    expect(sink.heartbeats).toHaveLength(2);
  });

  test('start with what was missed', async () => {
    const { centre, signIn } = createTestCentre();
    const ana = await signIn('ana');
    const { cursor } = await given(centre.read(ana.token, 'snapshot', {}));
    await given(centre.control.customerWrites({ interactionId: samsConversation, text: 'Hello?' }));
    const sink = recordingSink();
    await given(connect(centre).port.subscribe(ana.token, cursor, sink));
    expect(sink.types()).toEqual(['messages.appended']);
  });

  test('tell of a gap, and close', async () => {
    const { sink, centre } = await follow(0);
    expect([sink.gaps, sink.closed, centre.openStreams()]).toEqual([1, true, 0]);
  });

  test('close when the contact centre drops them', async () => {
    const { sink, centre } = await follow();
    await centre.control.dropStreams();
    await arrived();
    expect(sink.closed).toBe(true);
  });

  test('end when the page stops them, and say nothing afterwards', async () => {
    const { sink, centre, stop } = await follow();
    stop();
    await given(centre.control.customerWrites({ interactionId: samsConversation, text: 'Hello?' }));
    await arrived();
    expect([centre.openStreams(), sink.frames]).toEqual([0, []]);
  });

  test('end with the page, however many there are', async () => {
    const { centre, signIn } = createTestCentre();
    const agents = [await signIn('ana'), await signIn('ana'), await signIn('bianca')];
    const { port, leave } = connect(centre);
    for (const { token } of agents) await given(port.subscribe(token, undefined, recordingSink()));
    const elsewhere = connect(centre);
    const other = await signIn('bianca');
    await given(elsewhere.port.subscribe(other.token, undefined, recordingSink()));
    expect(centre.openStreams()).toBe(4);
    leave();
    expect(centre.openStreams()).toBe(1);
  });

  test('end even when the page leaves before they stand', async () => {
    const { centre, signIn } = createTestCentre();
    const { token } = await signIn('ana');
    const { served, leave } = servePage(centre);
    const { port1: here, port2: there } = new MessageChannel();
    open.push(here, there);
    const opening = served.subscribe(token, undefined, there);
    leave();
    await opening;
    expect(centre.openStreams()).toBe(0);
  });

  test('are refused without a session', async () => {
    const { centre } = createTestCentre();
    const { port } = connect(centre);
    expect(await refusal(port.subscribe('unknown', undefined, recordingSink()))).toBe('unauthenticated');
  });
});
