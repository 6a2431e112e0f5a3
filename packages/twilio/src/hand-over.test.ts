import type { TransferRequest } from './options';
import { openDesktop } from './testing/desktop';
import { transferPayload } from './testing/payloads';
import { createTwilioWorld, stopTime } from './testing/world';
import type { TwilioWorld } from './testing/world';

stopTime();

let world: TwilioWorld;
beforeEach(async () => {
  world = await createTwilioWorld();
});
afterEach(() => world.close());

const ids = (list: { id: string }[]) => list.map(({ id }) => id);

test('the sender is told whether a colleague has declined or did not answer, and keeps the conversation', async () => {
  const [ana, bianca] = [await openDesktop(world, world.ana), await openDesktop(world, world.bianca)];

  const declined = await ana.transferTo(world.bianca);
  await bianca.send({ type: 'declineInvitation', invitationId: (await bianca.offer()).id });
  expect(ana.transfer(declined)?.state).toBe('declined');

  const unanswered = await ana.transferTo(world.bianca);
  await world.timePasses(30_000);
  expect(ana.transfer(unanswered)?.state).toBe('expired');

  const cancelled = await ana.transferTo(world.bianca);
  await ana.send({ type: 'cancelTransfer', transferId: cancelled });
  expect(ana.transfer(cancelled)?.state).toBe('cancelled');

  expect(ids((await ana.snapshot()).interactions)).toEqual([world.conversationSid]);
  const outcomes = bianca.events.flatMap((event) =>
    event.type === 'invitation.ended' && 'outcome' in event.invitation ? [event.invitation.outcome] : [],
  );
  expect(outcomes).toEqual(['declined', 'expired', 'withdrawn']);
});

test('a failure for a reason in unknown words is not accepted, and no more is said', async () => {
  const ana = await openDesktop(world, world.ana);
  const id = await ana.transferTo(world.bianca);
  const { outgoing } = world.reservation;
  const failed = outgoing && transferPayload({ ...outgoing, status: 'failed', reason: 'Something new' });
  world.taskRouter.tell(world.ana, 'task.transfer-failed', failed ?? {});
  await world.timePasses(0);
  expect(ana.transfer(id)?.state).toBe('notAccepted');
});

test('in a queue a decline goes on to the next worker, and the sender owns the conversation until one accepts', async () => {
  const ana = await openDesktop(world, world.ana);
  const bianca = await openDesktop(world, world.bianca);
  const chen = await openDesktop(world, world.chen);

  const id = await ana.transferTo(world.queue);
  await bianca.send({ type: 'declineInvitation', invitationId: (await bianca.offer()).id });
  expect(ana.transfer(id)?.state).toBe('pending');
  expect(ids((await ana.snapshot()).interactions)).toEqual([world.conversationSid]);

  await chen.send({ type: 'acceptInvitation', invitationId: (await chen.offer()).id });
  expect(ana.transfer(id)?.state).toBe('handedOver');
  expect((await ana.snapshot()).interactions).toEqual([]);
  expect(ids((await chen.snapshot()).interactions)).toEqual([world.conversationSid]);
  expect(ana.events).toContainEqual(
    expect.objectContaining({
      type: 'interaction.released',
      to: { kind: 'queue', id: world.queue.sid, name: 'Billing' },
    }),
  );
});

test('when the last worker of a queue has declined, the transfer has ended so', async () => {
  const ana = await openDesktop(world, world.ana);
  const bianca = await openDesktop(world, world.bianca);
  const chen = await openDesktop(world, world.chen);
  const id = await ana.transferTo(world.queue);
  for (const one of [bianca, chen]) {
    await one.send({ type: 'declineInvitation', invitationId: (await one.offer()).id });
  }
  expect(ana.transfer(id)?.state).toBe('declined');
  expect(ids((await ana.snapshot()).interactions)).toEqual([world.conversationSid]);
});

test('once a colleague has accepted, the sender has no part in the task any more', async () => {
  const [ana, bianca] = [await openDesktop(world, world.ana), await openDesktop(world, world.bianca)];
  const id = await ana.transferTo(world.bianca, 'About the refund');
  const offer = await bianca.offer();
  expect(offer).toMatchObject({ from: { id: world.ana.sid, name: 'Ana' }, note: 'About the refund', kind: 'transfer' });

  await bianca.send({ type: 'acceptInvitation', invitationId: offer.id });
  await world.timePasses(0);
  expect(ana.transfer(id)).toMatchObject({ state: 'accepted', acceptedBy: { id: world.bianca.sid, name: 'Bianca' } });
  expect(world.taskRouter.reservationsOf(world.ana)).toEqual([]);
  const { interactions, messages } = await bianca.snapshot();
  expect(interactions).toMatchObject([{ receivedFrom: { name: 'Ana' }, handover: { note: 'About the refund' } }]);
  expect(messages).toMatchObject([{ messages: [{ kind: 'customer', text: 'Hello?', index: 0 }] }]);
});

test('the sender’s part is ended again when TaskRouter did not hear it', async () => {
  const [ana, bianca] = [await openDesktop(world, world.ana), await openDesktop(world, world.bianca)];
  await ana.transferTo(world.bianca);
  const { id: invitationId } = await bianca.offer();
  // The second request is the one that ends it.
  world.server.faults.push(undefined, 'refuse');
  await bianca.send({ type: 'acceptInvitation', invitationId });
  expect(world.taskRouter.reservationsOf(world.ana)).toHaveLength(1);
  expect((await ana.snapshot()).interactions).toEqual([]);
  await world.timePasses(1_000);
  expect(world.taskRouter.reservationsOf(world.ana)).toEqual([]);
});

test('a transfer by the host’s server that takes the conversation at once is handed over', async () => {
  const { taskRouter, reservation, bianca } = world;
  const startTransfer = jest.fn(async ({ reservationSid, taskSid, target }: TransferRequest) => {
    const params = { ReservationSid: reservationSid, TaskSid: taskSid, To: target.id, Mode: 'COLD' };
    const { payload } = taskRouter.request(
      world.ana,
      'POST',
      `Workspaces/WS/Workers/${world.ana.sid}/Transfers`,
      params,
    );
    // TaskRouter may tell it before the server answers.
    await world.server.delivered();
    return { sid: 'sid' in payload ? String(payload.sid) : '', timeoutSeconds: 30 };
  });
  const capabilities = { declineReturnsToSender: 'no' } as const;
  const ana = await openDesktop(world, world.ana, { startTransfer, capabilities });
  expect((await ana.snapshot()).capabilities).toMatchObject({
    declineReturnsToSender: 'no',
    senderSeesOutcome: 'inferred',
    cancelPendingTransfer: false,
  });
  const target = { kind: 'agent', id: bianca.sid, name: 'Bianca' } as const;
  await ana.send({ type: 'startTransfer', interactionId: world.conversationSid, target });

  expect(startTransfer).toHaveBeenCalledWith(
    expect.objectContaining({ reservationSid: reservation.sid, taskSid: reservation.task.sid, target }),
  );
  expect(ana.events).toContainEqual(
    expect.objectContaining({ type: 'interaction.released', why: 'transferred', to: target }),
  );
  expect((await ana.snapshot()).interactions).toEqual([]);
});

test('an outcome that comes before the answer to the transfer is told after it', async () => {
  const ana = await openDesktop(world, world.ana);
  const failing = world.taskRouter.addQueue('Nobody answers', [world.bianca]);
  const bianca = await openDesktop(world, world.bianca);
  bianca.backend.close?.();
  // The answer is held back until the transfer has ended.
  const answered = world.server.holdAnswer();
  const target = { kind: 'queue', id: failing.sid, name: failing.name } as const;
  await ana.backend.searchTargets({});
  const sent = ana.backend.send({
    ...{ type: 'startTransfer', interactionId: world.conversationSid, target },
    commandId: 'held-back',
  });
  await answered.reached;
  const [offer] = world.taskRouter.reservationsOf(world.bianca);
  world.taskRouter.request(
    world.bianca,
    'POST',
    `Workspaces/WS/Workers/${world.bianca.sid}/Reservations/${offer?.sid}`,
    {
      ReservationStatus: 'rejected',
    },
  );
  await world.server.delivered();
  expect(ana.told).not.toContain('transfer.pending');
  answered.release();
  expect(await sent).toMatchObject({ ok: true });
  await world.timePasses(0);
  expect(ana.told.filter((type) => type.startsWith('transfer.'))).toEqual(['transfer.pending', 'transfer.declined']);
  expect(ana.events).toContainEqual(
    expect.objectContaining({ transfer: expect.objectContaining({ state: 'pending', commandId: 'held-back' }) }),
  );
});

test('a transfer whose answer was lost is of unknown outcome, and shows once TaskRouter tells it', async () => {
  const ana = await openDesktop(world, world.ana);
  // The first request asks for the colleague, the second begins the transfer.
  world.server.faults.push(undefined, 'lose');
  const target = { kind: 'agent', id: world.bianca.sid, name: 'Bianca' } as const;
  const answer = await ana.send({ type: 'startTransfer', interactionId: world.conversationSid, target });
  expect(answer).toMatchObject({ ok: false, error: { code: 'unknown_outcome' } });
  expect((await ana.snapshot()).transfers).toMatchObject([{ state: 'pending', target }]);
});

test.each([
  ['rescinded', 'revoked'],
  ['cancelled with its task', 'conversationEnded'],
] as const)('an offer that is %s has the outcome %s', async (how, outcome) => {
  const bianca = await openDesktop(world, world.bianca);
  world.conversations.add('CH0002');
  const attributes = { conversationSid: 'CH0002', from: '60123' };
  const offered = world.taskRouter.offerTask(world.queue, attributes, world.bianca);
  await world.timePasses(0);
  expect(await bianca.offer()).toMatchObject({ kind: 'inbound', contact: { address: { kind: 'shortCode' } } });
  if (how === 'rescinded') world.taskRouter.rescind(offered);
  else world.taskRouter.cancelTask(offered);
  await world.timePasses(0);
  expect(bianca.events).toContainEqual(
    expect.objectContaining({ invitation: expect.objectContaining({ id: offered.sid, outcome }) }),
  );
});
