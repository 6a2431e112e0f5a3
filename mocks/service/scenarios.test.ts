import type { KnownTargetRef } from '@baton/contracts';
import { find } from '../contact-centre';
import { scenarioIds } from '../scenarios';
import { bianca, delivery, samsConversation } from '../scenarios/demo-data';
import { sixtyLetters } from '../scenarios/edge-names';
import { hostileTexts } from '../scenarios/hostile-texts';
import { createTestCentre, given, refusal } from '../testing/test-centre';
import type { TestAgent } from '../testing/test-centre';

async function play(scenario: string, target: KnownTargetRef = bianca) {
  const test = createTestCentre({ scenario });
  const ana = await test.signIn('ana');
  await test.clock.advance(100);
  const transfer = () => ana.send({ type: 'startTransfer', interactionId: samsConversation, target });
  return { ...test, ana, transfer, outcome: () => outcomeFor(test.centre, ana) };
}

async function outcomeFor(centre: ReturnType<typeof createTestCentre>['centre'], { token }: TestAgent) {
  const { interactions, transfers, notices } = await given(centre.read(token, 'snapshot', {}));
  const [transfer] = transfers;
  return {
    owns: interactions.some(({ id }) => id === samsConversation),
    transfer: transfer?.state === 'failed' ? `failed: ${transfer.reason}` : transfer?.state,
    notices: notices.map(({ kind }) => kind),
  };
}

const kept = (transfer: string, notice: string) => ({ owns: true, transfer, notices: [notice] });
const gone = { owns: false, transfer: 'accepted', notices: ['transfer.accepted'] };

describe('what happens when Ana transfers to Bianca', () => {
  test.each([
    ['target-accepts', 10_000, gone],
    ['target-declines', 10_000, kept('declined', 'transfer.declined')],
    ['reasons-hidden', 10_000, kept('notAccepted', 'transfer.notAccepted')],
    ['no-answer', 31_000, kept('expired', 'transfer.expired')],
    ['target-signs-out', 10_000, kept('failed: offline', 'transfer.failed')],
  ] as const)('%s', async (scenario, ms, expected) => {
    const { clock, transfer, outcome } = await play(scenario);
    await given(transfer());
    await clock.advance(ms);
    expect(await outcome()).toEqual(expected);
  });

  test.each([
    ['target-not-ready', 'target_unavailable'],
    ['target-offline', 'target_unavailable'],
    ['no-permission', 'forbidden'],
    ['backend-error', 'internal'],
  ])('%s is refused with %s, though the directory offers her', async (scenario, code) => {
    const { centre, ana, transfer, outcome, clock } = await play(scenario);
    await clock.advance(5000);
    const { targets } = await given(centre.read(ana.token, 'searchTargets', { query: 'bianca' }));
    expect(targets).toMatchObject([{ sms: { available: true } }]);
    expect(await refusal(transfer())).toBe(code);
    expect(await outcome()).toEqual({ owns: true, transfer: undefined, notices: [] });
  });

  test('backend-silent never answers, and nothing happens', async () => {
    const { transfer, outcome, clock } = await play('backend-silent');
    let answered = false;
    void transfer().then(() => (answered = true));
    await clock.advance(60_000);
    expect(answered).toBe(false);
    expect(await outcome()).toEqual({ owns: true, transfer: undefined, notices: [] });
  });

  test('connection-lost: streams break and nothing gets through for twenty seconds, then everything is as it was', async () => {
    const { centre, ana, outcome, clock, transfer } = await play('connection-lost');
    const stream = await ana.follow();
    await clock.advance(20_000);
    expect(stream.closed).toBe(true);
    expect(await refusal(transfer())).toBe('connectionLost');
    expect(await refusal(centre.read(ana.token, 'snapshot', {}))).toBe('connectionLost');
    await clock.advance(20_000);
    expect(await outcome()).toEqual({ owns: true, transfer: undefined, notices: [] });
  });
});

test('slow-network: every request takes one and a half to three seconds', async () => {
  const { centre, clock } = createTestCentre({ scenario: 'slow-network' });
  const began = clock.now();
  const took = centre.signInChoices().then(() => clock.now() - began);
  await clock.advance(3000);
  expect(await took).toBeGreaterThanOrEqual(1500);
});

test('queue: Kavya declines, Bianca accepts', async () => {
  const { clock, transfer, outcome, centre } = await play('queue', delivery);
  await given(transfer());
  await clock.advance(10_000);
  expect(await outcome()).toEqual(gone);
  expect(find((await centre.state()).interactions, samsConversation)?.owner).toEqual({ kind: 'agent', id: 'bianca' });
});

test('placed-in-queue: the conversation leaves Ana at once, and goes to Bianca', async () => {
  const { clock, transfer, outcome, centre } = await play('placed-in-queue', delivery);
  await given(transfer());
  expect(await outcome()).toEqual({ owns: false, transfer: 'handedOver', notices: ['transfer.handedOver'] });
  await clock.advance(10_000);
  expect(find((await centre.state()).interactions, samsConversation)?.owner).toEqual({ kind: 'agent', id: 'bianca' });
});

test('empty-pool: the transfer is taken, and fails', async () => {
  const { clock, transfer, outcome } = await play('empty-pool', delivery);
  await given(transfer());
  await clock.advance(1000);
  expect(await outcome()).toEqual(kept('failed: poolEmpty', 'transfer.failed'));
});

test.each([
  ['incoming-transfer', 'offered'],
  ['withdrawn', 'withdrawn'],
])('%s: Bianca sees an invitation that is %s', async (scenario, end) => {
  const { signIn, clock } = createTestCentre({ scenario });
  const stream = await (await signIn('bianca')).follow();
  await clock.advance(20_000);
  const invitations = stream.frames
    .flatMap(({ events }) => events)
    .flatMap((event) =>
      event.type === 'invitation.offered' || event.type === 'invitation.updated' || event.type === 'invitation.ended'
        ? [event.invitation]
        : [],
    );
  expect(invitations[0]).toMatchObject({ state: 'offered', from: { id: 'ana' } });
  const last = invitations.at(-1);
  expect(last?.state === 'ended' ? last.outcome : last?.state).toBe(end);
});

describe('busy-agent', () => {
  const busy = async () => {
    const test = createTestCentre({ scenario: 'busy-agent' });
    const ana = await test.signIn('ana');
    const stream = await ana.follow();
    await test.clock.advance(4000);
    const transfer = (interactionId: string, target: KnownTargetRef) =>
      given(ana.send({ type: 'startTransfer', interactionId, target }));
    const told = () => given(test.centre.read(ana.token, 'snapshot', {}));
    return { ...test, ana, stream, transfer, told };
  };

  test('Ana has nine conversations, gets three invitations at once, and can accept them all', async () => {
    const { ana, told, stream } = await busy();
    const { interactions, invitations } = await told();
    expect(interactions).toHaveLength(9);
    expect(invitations.map(({ from }) => from?.name)).toEqual(['Chen Wei', 'Chen Wei', 'Grace Kim']);
    expect(new Set(invitations.map(({ offeredAt }) => offeredAt)).size).toBe(1);
    for (const { id } of invitations) await given(ana.send({ type: 'acceptInvitation', invitationId: id }));
    expect((await told()).interactions).toHaveLength(12);
    expect(stream.types()).toContain('interaction.assigned');
  });

  test('customers go on writing while she is busy', async () => {
    const { clock, stream } = await busy();
    await clock.advance(90_000);
    const texts = stream.frames.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'messages.appended' ? [event.interactionId] : [])),
    );
    expect(texts).toEqual(['sms-124', 'sms-129', 'sms-129', 'sms-126', 'sms-130']);
  });

  test('colleagues accept, decline and stay silent; a queue asks the next', async () => {
    const { clock, transfer, told } = await busy();
    const agent = (id: string, name: string) => ({ kind: 'agent' as const, id, name });
    await transfer('sms-124', agent('chen', 'Chen Wei'));
    await transfer('sms-125', agent('kavya', 'Kavya Raman'));
    await transfer('sms-126', agent('leo', 'Leo Marchetti'));
    await transfer('sms-127', delivery);
    await clock.advance(31_000);
    const { interactions, transfers } = await told();
    expect(transfers.map(({ interactionId, state }) => [interactionId, state])).toEqual([
      ['sms-125', 'declined'],
      ['sms-126', 'expired'],
      ['sms-124', 'accepted'],
      ['sms-127', 'accepted'],
    ]);
    const owned = interactions.map(({ id }) => id);
    expect(owned).not.toContain('sms-124');
    expect(owned).not.toContain('sms-127');
  });
});

test('inbound: Ana is offered new conversations', async () => {
  const { signIn, clock, centre } = createTestCentre({ scenario: 'inbound' });
  const ana = await signIn('ana');
  await clock.advance(2000);
  const { invitations } = await given(centre.read(ana.token, 'snapshot', {}));
  expect(invitations).toMatchObject([
    { kind: 'inbound', contact: { name: 'Noor Haddad' }, queue: { name: 'Billing' } },
  ]);
});

test('delivery-fails: texts come back for each reason, the third one is delivered', async () => {
  const { signIn, clock, centre } = createTestCentre({ scenario: 'delivery-fails' });
  const ana = await signIn('ana');
  const seen: unknown[] = [];
  for (const interactionId of [samsConversation, 'sms-124', 'sms-125']) {
    for (const text of ['one', 'two', 'three']) await given(ana.send({ type: 'sendMessage', interactionId, text }));
    await clock.advance(1000);
    const { messages } = await given(centre.read(ana.token, 'messages', { interactionId: interactionId, limit: 3 }));
    seen.push(messages.map((message) => message.kind === 'agent' && message.delivery));
  }
  expect(seen).toMatchObject(
    ['server', 'blocked', 'number'].map((reason) => [
      { state: 'failed', reason },
      { state: 'failed', reason },
      { state: 'delivered' },
    ]),
  );
});

test('long-history: three hundred texts on three days, with the change of clocks among them, in pages', async () => {
  const { signIn, centre } = createTestCentre({ scenario: 'long-history' });
  const ana = await signIn('ana');
  const pages = [await given(centre.read(ana.token, 'messages', { interactionId: 'sms-132' }))];
  while (pages[0]?.earlier) {
    const before = pages[0].messages[0]?.index ?? 0;
    pages.unshift(await given(centre.read(ana.token, 'messages', { interactionId: 'sms-132', before })));
  }
  const times = pages.flatMap(({ messages }) => messages.map(({ at }) => at));
  expect(times).toHaveLength(300);
  expect(pages.length).toBeGreaterThan(3);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short' });
  expect([...new Set(times.map((at) => london.format(at)))]).toEqual(['27/03/2027', '28/03/2027', '29/03/2027']);
  const change = Date.UTC(2027, 2, 28, 1);
  expect(times.filter((at) => Math.abs(at - change) < 10 * 60_000).length).toBeGreaterThan(5);
});

test('edge-names: the longest is sixty letters without a space', () => {
  expect([...sixtyLetters]).toHaveLength(60);
});

test('hostile-texts: ten thousand letters reach the agent as they are', async () => {
  const { signIn, centre } = createTestCentre({ scenario: 'hostile-texts' });
  const ana = await signIn('ana');
  const { messages } = await given(centre.read(ana.token, 'messages', { interactionId: 'sms-133' }));
  expect(messages.map((message) => message.kind === 'customer' && message.text)).toEqual([...hostileTexts]);
  expect(hostileTexts.at(-1)).toHaveLength(10_000);
});

test('customer-interrupts: Sam writes, then ends the conversation, which ends the transfer', async () => {
  const { clock, transfer, ana, centre } = await play('customer-interrupts');
  const stream = await ana.follow();
  await given(transfer());
  await clock.advance(10_000);
  const told = stream.types();
  expect(told.indexOf('messages.appended')).toBeLessThan(told.indexOf('transfer.failed'));
  const { interactions, transfers } = await given(centre.read(ana.token, 'snapshot', {}));
  expect(interactions).toMatchObject([{ state: 'ended' }]);
  expect(transfers).toMatchObject([{ state: 'failed', reason: 'ended' }]);
});

test('announcements: the contact centre says what does not work, what is on, and what works again', async () => {
  const { clock, outcome } = await play('announcements');
  await clock.advance(35_000);
  expect(await outcome()).toMatchObject({ notices: ['service', 'broadcast', 'service'] });
});

test('stale-directory: every target is offered, and each is refused for another reason', async () => {
  const { ana, centre, clock, outcome } = await play('stale-directory');
  await clock.advance(5000);
  const { targets } = await given(centre.read(ana.token, 'searchTargets', {}));
  const refused = [];
  for (const [kind, id] of [
    ['agent', 'bianca'],
    ['agent', 'chen'],
    ['agent', 'david'],
    ['agentGroup', 'night'],
    ['skill', 'refunds'],
  ] as const) {
    const target = targets.find((candidate) => candidate.kind === kind && candidate.id === id);
    if (!target?.sms.available) throw new Error(`${kind} ${id} is not offered`);
    const { name } = target;
    const answer = await ana.send({
      type: 'startTransfer',
      interactionId: samsConversation,
      target: { kind, id, name },
    });
    refused.push(answer.ok || answer.problem === 'connectionLost' || (answer.problem.target ?? answer.problem.code));
  }
  expect(refused).toEqual(['offline', 'notReady', 'atCapacity', 'not_found', 'forbidden']);
  await given(ana.send({ type: 'startTransfer', interactionId: samsConversation, target: delivery }));
  expect((await outcome()).transfer).toBe('failed: poolEmpty');
});

test('presence-on-request: nobody is told, and the directory is always up to date', async () => {
  const { ana, centre, clock } = await play('presence-on-request');
  const stream = await ana.follow();
  await clock.advance(65_000);
  const { capabilities, at: now } = await given(centre.read(ana.token, 'snapshot', {}));
  expect(capabilities.targetAvailability).toBe('onRequest');
  expect(stream.types()).not.toContain('targets.changed');
  const { targets, at } = await given(centre.read(ana.token, 'searchTargets', { query: 'bianca' }));
  expect(targets).toMatchObject([{ presence: { state: 'notReady', reason: 'break' } }]);
  expect(at).toBe(now);
});

test('no-presence: the directory knows names and permissions, and the answer to a transfer tells the rest', async () => {
  const { ana, centre, clock } = await play('no-presence');
  const stream = await ana.follow();
  await clock.advance(65_000);
  const { capabilities } = await given(centre.read(ana.token, 'snapshot', {}));
  expect(capabilities.targetAvailability).toBe('none');
  expect(stream.types()).not.toContain('targets.changed');
  const { targets } = await given(centre.read(ana.token, 'searchTargets', {}));
  const names = targets.map(({ name }) => name.toLowerCase());
  expect(names).toEqual(names.toSorted(new Intl.Collator('en', { numeric: true }).compare));
  for (const target of targets) {
    expect(target).not.toHaveProperty('presence');
    expect(target).not.toHaveProperty('figures');
    const isSelf = target.id === 'ana';
    expect(target.sms).toEqual(isSelf ? { available: false, reason: 'self' } : { available: 'unknown' });
  }
  const farid = { kind: 'agent', id: 'farid', name: 'Farid Nasser' } as const;
  const refused = ana.send({ type: 'startTransfer', interactionId: samsConversation, target: farid });
  expect(await refusal(refused)).toBe('target_unavailable');
});

// On the busy floor agents go on for ever.
test.each(scenarioIds.filter((id) => id !== 'busy-floor'))('%s comes to rest', async (scenario) => {
  const { centre } = createTestCentre({ scenario });
  await centre.control.advance({ ms: 3_600_000 });
  const { now } = await centre.state();
  await centre.control.advance({ ms: 3_600_000 });
  expect((await centre.state()).now).toBe(now);
});
