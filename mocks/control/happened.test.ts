import type { CommandWithoutId } from '@baton/contracts';
import fc from 'fast-check';
import * as v from 'valibot';
import { bianca, delivery, samsConversation } from '../scenarios/demo-data';
import { Situation, scenarioOf } from '../browser/situation';
import { createTestCentre, given } from '../testing/test-centre';
import { createWire, fetchOver } from '../testing/wire';
import { createControl } from './client';
import type { Control } from './client';

/** A contact centre that plays a situation, and control of it over the wire. */
function playing(situation: Situation) {
  const test = createTestCentre({ scenario: scenarioOf(situation) });
  const wire = createWire(test.centre);
  const control = createControl(fetchOver(wire));
  return { ...test, wire, control };
}

/** What a panel shows, without what belongs to its windows and to the moment of the start. */
async function shownBy(control: Control) {
  const { life: ___, startedAt, now, rate: _, streams: __, agents, ...rest } = await control.overview();
  return {
    ...rest,
    ran: now - startedAt,
    agents: agents.map(({ following: ___, ...agent }) => agent),
  };
}

type Desk = ReturnType<typeof playing>;
type Deed = (desk: Desk, tokens: Record<string, string>, serial: number) => Promise<unknown>;

const who = fc.constantFrom('ana', 'bianca');
const ms = fc.integer({ min: 0, max: 40_000 });
const open = async ({ centre }: Desk, agentId: string) => {
  const { invitations } = await centre.state();
  const found = invitations.nodes.flat(2).map(({ row }) => row);
  return found.find((row) => row.agentId === agentId && row.invitation.state === 'offered')?.invitation.id ?? 'none';
};

/** Something that a window of an agent asks for; ids are those of the moment. */
const asked: fc.Arbitrary<Deed> = fc
  .tuple(
    who,
    fc.constantFrom(
      'signIn',
      'signOut',
      'transfer',
      'accept',
      'decline',
      'extend',
      'write',
      'lunch',
      'ready',
      'end',
      'back',
    ),
  )
  .map(([agentId, what]): Deed => async (desk, tokens, serial) => {
    const invitationId = await open(desk, agentId);
    const interactionId = samsConversation;
    const commands: Record<typeof what, CommandWithoutId> = {
      signIn: { type: 'signIn', ready: true },
      signOut: { type: 'signOut' },
      transfer: { type: 'startTransfer', interactionId, target: serial % 3 === 0 ? delivery : bianca, note: 'Please' },
      accept: { type: 'acceptInvitation', invitationId },
      decline: { type: 'declineInvitation', invitationId, reason: 'busy' },
      extend: { type: 'extendInvitation', invitationId },
      write: { type: 'sendMessage', interactionId, text: 'Hello' },
      lunch: { type: 'setChannelState', channel: 'sms', state: 'notReady', reason: 'aux.lunch' },
      ready: { type: 'setChannelState', channel: 'sms', state: 'ready' },
      end: { type: 'completeInteraction', interactionId },
      back: { type: 'returnInteraction', interactionId },
    };
    const command = { ...commands[what], commandId: `asked-by-hand-${serial}` };
    // Half of it by a window, half by a panel.
    if (serial % 2 === 0) return desk.centre.control.perform({ agentId, command });
    if (what === 'signIn') {
      const session = await desk.wire({ path: '/v1/session', body: { agentId, signIn: { ready: true } } });
      tokens[agentId] = (await session.json()).token;
      return undefined;
    }
    return desk.wire({ path: '/v1/commands', token: tokens[agentId] ?? 'none', body: command });
  });

const controlled: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .record({
      agentId: who,
      answer: fc.constantFrom('accept', 'decline', 'ignore', 'extend'),
      reason: fc.constantFrom('busy', undefined),
      afterMs: ms,
    })
    .map(
      (behaviour): Deed =>
        ({ control }) =>
          control.setColleague(behaviour),
    ),
  fc.constantFrom('STOP', 'Hello?').map(
    (text): Deed =>
      ({ control }) =>
        control.customerWrites({ interactionId: samsConversation, text }),
  ),
  fc.constant<Deed>(({ control }) => control.customerSendsImage({ interactionId: samsConversation })),
  fc.constant<Deed>(({ control }) => control.customerEnds({ interactionId: samsConversation })),
  fc.constant<Deed>(({ control }, _, serial) =>
    control.customerStarts({ contact: { id: `contact-${serial}` }, queueId: 'delivery', text: 'Hello' }),
  ),
  fc.constantFrom(0, 40, 60).map(
    (size): Deed =>
      ({ control }) =>
        control.setDirectory({ size }),
  ),
  fc.constantFrom(0, 5).map(
    (perSecond): Deed =>
      ({ control }) =>
        control.setPresenceTraffic({ perSecond }),
  ),
  fc.constant<Deed>(({ control }) => control.dropStreams()),
  fc.constantFrom(...(['live', 'muted', 'buffered', 'reordered'] as const)).map(
    (stream): Deed =>
      ({ control }) =>
        control.setNetwork({ stream }),
  ),
  fc.constant<Deed>(({ control }) => control.setNetwork({ failures: [{ operation: 'favourites', how: 'hang' }] })),
  fc.constant<Deed>(({ control }) =>
    control.tellAgents({ notice: { kind: 'broadcast', severity: 'information', text: 'Lunch' } }),
  ),
);

const passing: fc.Arbitrary<Deed> = fc.oneof(
  // Deadlines are at whole seconds after what they belong to: acts often happen in the very moment of one.
  fc.constantFrom(0, 800, 1000, 3000, 15_000, 30_000, 60_000).map(
    (time): Deed =>
      ({ clock }) =>
        clock.advance(time),
  ),
  ms.map(
    (time): Deed =>
      ({ control }) =>
        control.advance({ ms: time }),
  ),
  fc.constantFrom(0, 1, 20).map(
    (rate): Deed =>
      ({ control }) =>
        control.setRate({ rate }),
  ),
);

const streaming: fc.Arbitrary<Deed> = fc
  .tuple(who, fc.boolean())
  .map(([agentId, closes]): Deed => async (desk, tokens) => {
    const response = await desk.wire({ path: '/v1/events', token: tokens[agentId] ?? 'none' });
    // One that closes at once is lost to its agent.
    if (closes) await response.body?.cancel();
  });

const deeds = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: asked },
    { weight: 3, arbitrary: controlled },
    { weight: 4, arbitrary: passing },
    streaming,
  ),
  { minLength: 5, maxLength: 30, size: 'max' },
);
const scenario = fc.constantFrom('default', 'target-accepts', 'no-answer', 'queue', 'incoming-transfer', 'busy-agent');

/** `RUNS` tries more of them. */
const runs = Number(process.env['RUNS'] ?? 40);

test('what has happened, played again, leads to the same overview', async () => {
  let acts = 0;
  await fc.assert(
    fc.asyncProperty(scenario, fc.nat({ max: 100 }), deeds, async (id, seed, all) => {
      const first = playing({ base: { scenario: id }, seed });
      const tokens = { ana: (await first.signIn('ana')).token, bianca: (await first.signIn('bianca')).token };
      // A refusal is an answer like any other.
      for (const [serial, deed] of all.entries()) await deed(first, tokens, serial).catch(() => undefined);
      const happened = await first.control.happened();
      acts += happened.play.length;
      // As in an address.
      const link = JSON.stringify({ base: { scenario: id }, seed, ...happened });
      const again = playing(v.parse(Situation, JSON.parse(link)));
      expect(await shownBy(again.control)).toEqual(await shownBy(first.control));
      // A link of the link is the same link.
      expect(await again.control.happened()).toEqual(happened);
      first.centre.close();
      again.centre.close();
    }),
    { numRuns: runs },
  );
  expect(acts).toBeGreaterThan(runs * 4);
});

test('a link goes on where it was made: colleagues still owe their answers', async () => {
  const first = playing({ base: { scenario: 'no-answer' } });
  const ana = await first.signIn('ana');
  await first.control.setColleague({ agentId: 'bianca', answer: 'decline', reason: 'busy', afterMs: 8000 });
  await given(ana.send({ type: 'startTransfer', interactionId: samsConversation, target: bianca }));
  await first.clock.advance(5000);
  const again = playing({ base: { scenario: 'no-answer' }, ...(await first.control.happened()) });
  expect((await again.control.overview()).rate).toBe(0);
  await again.control.advance({ ms: 2999 });
  expect((await again.control.overview()).invitations).toHaveLength(1);
  await again.control.advance({ ms: 1 });
  expect((await again.control.overview()).invitations).toEqual([]);
});

test('what was done in the moment of a deadline is done after it again', async () => {
  const first = playing({ base: { scenario: 'no-answer' } });
  const ana = await first.signIn('ana');
  const transfer = () => given(ana.send({ type: 'startTransfer', interactionId: samsConversation, target: bianca }));
  await transfer();
  await first.clock.advance(30_000);
  // The first one has expired in this millisecond: before, a second one would be refused.
  await transfer();
  const again = playing({ base: { scenario: 'no-answer' }, ...(await first.control.happened()) });
  expect(await shownBy(again.control)).toEqual(await shownBy(first.control));
  expect((await again.control.overview()).transfers).toHaveLength(1);
});
