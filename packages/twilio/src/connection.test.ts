import { openDesktop } from './testing/desktop';
import { tokenOf } from './testing/server';
import { createTwilioWorld, stopTime } from './testing/world';
import type { TwilioWorld } from './testing/world';

stopTime();

let world: TwilioWorld;
beforeEach(async () => {
  world = await createTwilioWorld();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await world.close();
});

const ids = (list: { id: string }[]) => list.map(({ id }) => id);

test('what happened while the connection was lost is told once it is back', async () => {
  const [ana, bianca] = [await openDesktop(world, world.ana), await openDesktop(world, world.bianca)];
  await ana.transferTo(world.bianca);
  const offer = await bianca.offer();

  world.server.isDown = true;
  world.server.dropSockets();
  await world.timePasses(0);
  expect(ana.told.at(-1)).toBe('break');
  world.taskRouter.endReservation(offer.id, 'rejected');
  world.conversations.customerWrites(world.conversationSid, 'Still there?');
  await world.timePasses(3_000);
  expect(ana.told.filter((one) => one === 'open')).toHaveLength(1);

  world.server.isDown = false;
  await world.timePasses(2_000);
  expect(ana.told.at(-1)).toBe('open');
  const { transfers, messages, interactions } = await ana.snapshot();
  expect(transfers).toMatchObject([{ state: 'failed', reason: 'unknownOutcome' }]);
  expect(ids(interactions)).toEqual([world.conversationSid]);
  expect(messages[0]?.messages).toMatchObject([{ text: 'Hello?' }, { text: 'Still there?' }]);
  expect((await bianca.snapshot()).invitations).toEqual([]);
});

test('a conversation that left during the break has left, and one that stayed is as it was', async () => {
  const ana = await openDesktop(world, world.ana);
  world.conversations.add('CH0002');
  const other = world.taskRouter.addTask(world.queue, { conversationSid: 'CH0002', from: 'BANK' }, world.ana);
  await world.timePasses(0);
  world.server.isDown = true;
  world.server.dropSockets();
  await world.timePasses(0);
  world.taskRouter.endReservation(other.sid, 'completed');
  world.server.isDown = false;
  await world.timePasses(2_000);
  expect(ana.told.at(-1)).toBe('open');
  expect(ids((await ana.snapshot()).interactions)).toEqual([world.conversationSid]);
});

test('a command that was surely not sent is refused or unknown, and is never taken for sent', async () => {
  const ana = await openDesktop(world, world.ana);
  world.conversations.break(world.ana.sid);
  const answer = await ana.send({ type: 'sendMessage', interactionId: world.conversationSid, text: 'Hello' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'unknown_outcome' } });
  expect(world.conversations.texts(world.conversationSid)).toEqual(['Hello?']);
});

test('the stream stands only while both connections do', async () => {
  const ana = await openDesktop(world, world.ana);
  world.conversations.break(world.ana.sid);
  expect(ana.told.at(-1)).toBe('break');
  world.server.isDown = true;
  world.server.dropSockets();
  await world.timePasses(0);
  world.conversations.restore(world.ana.sid);
  await world.timePasses(0);
  expect(ana.told.at(-1)).toBe('break');
  world.server.isDown = false;
  await world.timePasses(2_000);
  expect(ana.told.at(-1)).toBe('open');
});

test('a token is renewed before it ends, and the next connection has the new one', async () => {
  await world.close();
  world = await createTwilioWorld({ tokenLifetimeMs: 60_000 });
  let number = 0;
  const ana = await openDesktop(world, world.ana, { getToken: async () => tokenOf(world.ana, ++number) });
  await world.timePasses(55_000);
  expect(number).toBe(2);
  world.server.dropSockets();
  await world.timePasses(2_000);
  expect(world.server.tokens).toEqual([tokenOf(world.ana, 1), tokenOf(world.ana, 2)]);
  const answer = await ana.send({ type: 'setChannelState', channel: 'sms', state: 'notReady' });
  expect(answer.ok).toBe(true);
});

test('a token is renewed during a long break, too, and the agent has what they had', async () => {
  await world.close();
  world = await createTwilioWorld({ tokenLifetimeMs: 9_000 });
  let number = 0;
  const ana = await openDesktop(world, world.ana, { getToken: async () => tokenOf(world.ana, ++number) });
  world.server.isDown = true;
  world.server.dropSockets();
  await world.timePasses(10_000);
  expect(number).toBeGreaterThan(1);
  expect(ids((await ana.snapshot()).interactions)).toEqual([world.conversationSid]);
  world.server.isDown = false;
  await world.timePasses(2_000);
  expect(ana.told.at(-1)).toBe('open');
  expect(world.server.tokens.at(-1)).not.toBe(tokenOf(world.ana, 1));
});

test('a token that cannot be fetched is asked for again, and without one the session is over', async () => {
  await world.close();
  world = await createTwilioWorld({ tokenLifetimeMs: 60_000 });
  const answers = [
    async () => tokenOf(world.ana),
    async () => {
      throw new Error('The server is away.');
    },
    async () => undefined,
  ];
  const getToken = jest.fn(() => (answers.shift() ?? answers.at(-1))?.() ?? Promise.resolve(undefined));
  const ana = await openDesktop(world, world.ana, { getToken });
  await world.timePasses(55_000);
  expect(ana.told).not.toContain('lost');
  await world.timePasses(1_000);
  expect(ana.told.at(-1)).toBe('lost');
  expect(getToken).toHaveBeenCalledTimes(3);
});

test('a second window knows the offer and the transfer of the first, and their ends', async () => {
  const [first, second] = [await openDesktop(world, world.ana), await openDesktop(world, world.ana)];
  const bianca = [await openDesktop(world, world.bianca), await openDesktop(world, world.bianca)] as const;
  const id = await first.transferTo(world.bianca);
  expect(second.transfer(id)).toMatchObject({ state: 'pending', target: { id: world.bianca.sid, name: 'Bianca' } });

  await bianca[0].send({ type: 'acceptInvitation', invitationId: (await bianca[0].offer()).id });
  await world.timePasses(0);
  for (const window of [first, second]) {
    expect(window.transfer(id)?.state).toBe('accepted');
    expect((await window.snapshot()).interactions).toEqual([]);
  }
  for (const window of bianca) {
    expect((await window.snapshot()).invitations).toEqual([]);
    expect(ids((await window.snapshot()).interactions)).toEqual([world.conversationSid]);
  }
});

test('a transfer of the first window is still pending in the second when only Conversations was away', async () => {
  const [first, second] = [await openDesktop(world, world.ana), await openDesktop(world, world.ana)];
  const id = await first.transferTo(world.bianca);
  world.conversations.break(world.ana.sid);
  world.conversations.restore(world.ana.sid);
  await world.timePasses(0);
  expect(second.told.at(-1)).toBe('open');
  expect(second.transfer(id)?.state).toBe('pending');
});

test('after a reload the pending transfer is there, and can be cancelled', async () => {
  const before = await openDesktop(world, world.ana);
  const id = await before.transferTo(world.bianca);
  before.backend.close?.();
  const ana = await openDesktop(world, world.ana);
  expect((await ana.snapshot()).transfers).toMatchObject([{ id, state: 'pending' }]);
  expect((await ana.send({ type: 'cancelTransfer', transferId: id })).ok).toBe(true);
  expect(ana.transfer(id)?.state).toBe('cancelled');
});

test('a closed backend has closed both connections', async () => {
  const ana = await openDesktop(world, world.ana);
  expect(world.server.connections()).toBe(1);
  ana.backend.close?.();
  await world.timePasses(0);
  expect([world.server.connections(), world.conversations.connections()]).toEqual([0, 0]);
  await world.timePasses(60_000);
  expect(world.server.connections()).toBe(0);
});

test('without a connection to TaskRouter no backend is made, and none is left behind', async () => {
  world.server.isDown = true;
  await expect(world.open(world.ana)).rejects.toThrow();
  world.server.isDown = false;
  await world.timePasses(60_000);
  expect([world.server.connections(), world.conversations.connections()]).toEqual([0, 0]);
});

test('a window whose reading failed after a break reads again', async () => {
  const ana = await openDesktop(world, world.ana);
  // The worker is read, and then their activities, channels and reservations at once.
  world.server.faults.push(undefined, 'refuse', 'refuse', 'refuse');
  world.server.dropSockets();
  await world.timePasses(1_500);
  expect(ana.told.at(-1)).toBe('break');
  // Meanwhile nothing is gone, whatever else makes the window say what it has.
  world.conversations.break(world.ana.sid);
  world.conversations.restore(world.ana.sid);
  await world.timePasses(0);
  expect(ids((await ana.snapshot()).interactions)).toEqual([world.conversationSid]);
  await world.timePasses(5_000);
  expect(ana.told.at(-1)).toBe('open');
});

test('a conversation that the agent may read only a little later has its messages then', async () => {
  await world.close();
  const joining: (() => void)[] = [];
  world = await createTwilioWorld({
    onAssigned: ({ sid }, task) =>
      joining.push(() => world.conversations.join(String(task.attributes['conversationSid']), sid)),
  });
  const ana = await openDesktop(world, world.ana);
  expect((await ana.snapshot()).messages.flatMap(({ messages }) => messages)).toEqual([]);
  joining.forEach((join) => join());
  await world.timePasses(1_000);
  expect((await ana.snapshot()).messages[0]?.messages).toMatchObject([{ text: 'Hello?' }]);
});

test('calls and what cannot be read are left alone', async () => {
  // The SDK writes down what it cannot read.
  jest.spyOn(console, 'error').mockImplementation();
  const ana = await openDesktop(world, world.ana);
  world.taskRouter.offerTask(world.queue, { call_sid: 'CA0001' }, world.ana);
  world.taskRouter.tell(world.ana, 'task.transfer-completed', { sid: 7 });
  world.taskRouter.tell(world.ana, 'worker.something.new', {});
  await world.timePasses(0);
  const { invitations, interactions } = await ana.snapshot();
  expect(invitations).toEqual([]);
  expect(ids(interactions)).toEqual([world.conversationSid]);
});

test('ready and not ready are the worker’s, with the activities as reasons', async () => {
  const ana = await openDesktop(world, world.ana);
  const { capabilities } = await ana.snapshot();
  expect(capabilities).toMatchObject({ readiness: 'agent', notReadyReasons: [{ label: 'Break' }] });
  await ana.send({ type: 'setChannelState', channel: 'sms', state: 'notReady' });
  expect((await ana.snapshot()).agent).toMatchObject({
    presence: { state: 'notReady', reason: 'Break' },
    channels: [{ channel: 'sms', state: 'notReady', setBy: 'agent' }],
  });
  expect(world.ana.activity.name).toBe('Break');
  await ana.send({ type: 'signOut' });
  expect(world.ana.activity.name).toBe('Offline');
  expect(ana.told).toContain('session.ended');
});

test('an agent who was signed out is ready after signing in, and one on a break stays so', async () => {
  world.ana.activity = world.taskRouter.activities.offline;
  world.bianca.activity = world.taskRouter.activities.break;
  await openDesktop(world, world.ana);
  await openDesktop(world, world.bianca);
  expect([world.ana.activity.name, world.bianca.activity.name]).toEqual(['Available', 'Break']);
});

test('a target that cannot take a conversation is refused with the reason', async () => {
  const ana = await openDesktop(world, world.ana);
  world.bianca.activity = world.taskRouter.activities.offline;
  world.chen.activity = world.taskRouter.activities.break;
  const to = (id: string) =>
    ana.send({
      ...{ type: 'startTransfer', interactionId: world.conversationSid },
      target: { kind: 'agent', id, name: 'Somebody' },
    });
  expect(await to(world.bianca.sid)).toMatchObject({ error: { code: 'target_unavailable', target: 'offline' } });
  expect(await to(world.chen.sid)).toMatchObject({ error: { code: 'target_unavailable', target: 'notReady' } });
  expect(await to(world.ana.sid)).toMatchObject({ error: { code: 'target_unavailable', target: 'self' } });
  expect(await to('WK9999')).toMatchObject({ error: { code: 'not_found' } });
});
