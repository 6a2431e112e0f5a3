import type { EventFrame, RoutingBackend, StreamListener } from '@baton/contracts';
import { genesysWorkspace, signInAddress } from './genesys-workspace';
import { createWorkspaceWorld } from './testing/world';

type World = Awaited<ReturnType<typeof createWorkspaceWorld>>;
const bianca = { kind: 'agent', id: 'bianca', name: 'Bianca Berg' } as const;
let world: World;

beforeEach(async () => {
  world = await createWorkspaceWorld();
});
afterEach(() => world.close?.());

/** Signs an agent in and follows what happens. */
async function follow(backend: RoutingBackend) {
  await backend.send({ type: 'signIn', ready: true, commandId: world.random.id() });
  const { value } = await backend.snapshot({});
  const frames: EventFrame[] = [];
  const calls: string[] = [];
  const listener: StreamListener = {
    onFrame: (frame) => frames.push(frame),
    onOpen: () => calls.push('open'),
    onBreak: () => calls.push('break'),
    onGap: () => calls.push('gap'),
    onLost: (error) => calls.push(`lost: ${error.code}`),
    onTime: () => undefined,
  };
  backend.follow(value?.cursor ?? 0, listener, new AbortController().signal);
  await world.timePasses(0);
  return {
    calls,
    events: () => frames.flatMap(({ events }) => events),
    types: () => frames.flatMap(({ events }) => events.map(({ type }) => type)),
  };
}

const transfer = (target: typeof bianca | { kind: 'queue'; id: string; name: string }) =>
  world.owner.backend.send({ type: 'startTransfer', commandId: world.random.id(), interactionId: 'sms-1', target });

test('the first sign-in makes the agent ready, as soon as the channel has a state', async () => {
  await follow(world.owner.backend);
  expect((await world.owner.backend.snapshot({})).value?.agent.presence.state).toBe('ready');
});

test('an error without operation is the end of the only pending transfer, and its reason is not known', async () => {
  const [ana, colleague] = [await follow(world.owner.backend), await follow(world.colleague.backend)];
  await transfer(bianca);
  await world.timePasses(0);
  world.double.offersTimeOut();
  await world.timePasses(0);
  expect(ana.types()).toEqual(expect.arrayContaining(['transfer.pending', 'transfer.notAccepted']));
  expect(ana.types()).not.toContain('interaction.released');
  expect(colleague.events()).toContainEqual(
    expect.objectContaining({ type: 'invitation.ended', invitation: expect.objectContaining({ outcome: 'revoked' }) }),
  );
});

test('a transfer whose end no event tells is over when the conversation is still the agent’s', async () => {
  const ana = await follow(world.owner.backend);
  await follow(world.colleague.backend);
  await transfer(bianca);
  await world.timePasses(31_000);
  expect(ana.types()).not.toContain('transfer.notAccepted');
  await world.timePasses(2_000);
  expect(ana.types()).toContain('transfer.notAccepted');
});

test('a queue gets the conversation at once', async () => {
  const ana = await follow(world.owner.backend);
  await transfer({ kind: 'queue', id: 'Service queue', name: 'Service queue' });
  await world.timePasses(0);
  expect(ana.types()).toEqual(expect.arrayContaining(['transfer.handedOver', 'interaction.released']));
});

test('a colleague sees from whom an offer comes, with what is known of the customer', async () => {
  await follow(world.owner.backend);
  const colleague = await follow(world.colleague.backend);
  await transfer(bianca);
  await world.timePasses(0);
  expect(colleague.events()).toContainEqual(
    expect.objectContaining({
      type: 'invitation.offered',
      invitation: expect.objectContaining({
        from: { id: 'ana', name: 'Ana Ortiz' },
        contact: { id: 'contact-1', name: 'Jo', address: { kind: 'phone', value: '+447700900123' } },
        caseData: { Contract: 'K-7' },
      }),
    }),
  );
});

test('a text whose answer never comes is sent when its event comes', async () => {
  const ana = await follow(world.owner.backend);
  world.double.neverAnswer = 'send-message';
  const text = { type: 'sendMessage', commandId: 'text-0001', interactionId: 'sms-1', text: 'One moment' } as const;
  expect(await world.owner.backend.send(text)).toMatchObject({ ok: true });
  expect(ana.events()).toContainEqual(
    expect.objectContaining({
      type: 'messages.appended',
      messages: [expect.objectContaining({ commandId: 'text-0001', text: 'One moment' })],
    }),
  );
});

test('a Bayeux session that the server has forgotten is begun anew, and what was missed is read', async () => {
  const ana = await follow(world.owner.backend);
  world.double.forgetSessions();
  world.double.customerWrites('sms-1', 'Are you there?');
  for (let turn = 0; turn < 20 && !ana.types().includes('messages.appended'); turn += 1) await world.timePasses(1_000);
  expect(ana.events()).toContainEqual(
    expect.objectContaining({
      type: 'messages.appended',
      messages: expect.arrayContaining([expect.objectContaining({ text: 'Are you there?' })]),
    }),
  );
});

test('an expired token is renewed once', async () => {
  await follow(world.owner.backend);
  world.double.expired.add('ana');
  expect(await world.owner.backend.searchTargets({ query: 'Bianca' })).toMatchObject({
    ok: true,
    value: { targets: [{ id: 'bianca' }] },
  });
});

test('a token that is refused again ends the session', async () => {
  const ana = await follow(world.owner.backend);
  ['ana', 'ana#1', 'ana#2', 'ana#3', 'ana#4'].forEach((token) => world.double.expired.add(token));
  expect(await world.owner.backend.searchTargets({ query: 'Bianca' })).toMatchObject({
    error: { code: 'unauthenticated' },
  });
  expect(ana.calls).toContain('lost: unauthenticated');
});

test('a second window, or a reload, has the conversation, and leaves the readiness as it is', async () => {
  await follow(world.owner.backend);
  const notReady = { type: 'setChannelState', channel: 'sms', state: 'notReady' } as const;
  await world.owner.backend.send({ ...notReady, commandId: world.random.id() });
  await world.timePasses(0);
  const second = world.openWindow();
  await follow(second);
  const { value } = await second.snapshot({});
  expect(value?.interactions).toMatchObject([{ id: 'sms-1', contact: { name: 'Jo' } }]);
  expect(value?.agent.presence.state).toBe('notReady');
});

test('a session of somebody else in the same browser is refused', async () => {
  await follow(world.owner.backend);
  const other = world.openWindow('dora');
  const signIn = { type: 'signIn', ready: true, commandId: world.random.id() } as const;
  expect(await other.send(signIn)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

test('options that cannot work are named with their cure', () => {
  const wrong = { baseUrl: 'gws.example', signIn: { getToken: async () => '' }, invitationTimeoutMs: 30 };
  expect(() => genesysWorkspace(wrong)).toThrow(
    /baseUrl: Give the whole address.*invitationTimeoutMs: .*not in seconds/,
  );
  expect(signInAddress('https://gws.example/workspace/v3/', 'https://desk.example/')).toBe(
    'https://gws.example/workspace/v3/login?redirect_uri=https%3A%2F%2Fdesk.example%2F&include_state=true',
  );
});
