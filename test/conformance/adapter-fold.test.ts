import { createAdapter } from '@baton/adapter-kit';
import type { News } from '@baton/adapter-kit';
import type { BackendWorld, WorldAgent } from '@baton/adapter-kit/testing';
import type { Contact, EventFrame, Snapshot } from '@baton/contracts';
import {
  activeInteractions,
  conversationOf,
  initialState,
  offeredInvitations,
  reduce,
  transferOf,
} from '@baton/desktop';
import type { DesktopEvent, DesktopFold } from '@baton/desktop';
import fc from 'fast-check';
import { createManualClock, flushPromises } from '../../mocks/testing/manual-clock';
import { createSeededRandom } from '../../mocks/testing/seeded-random';
import { createInMemoryWorld } from './in-memory-world';

// Desktops fold the adapter kit's events to the adapter's state.

const hear = (frame: EventFrame): DesktopEvent => ({ type: 'frame', frame, receivedAt: frame.at });
const take = (snapshot: Snapshot): DesktopEvent => ({ type: 'snapshot', snapshot, receivedAt: snapshot.at });

function truth(events: readonly DesktopEvent[]) {
  const state = events.reduce<DesktopFold>(reduce, initialState());
  const interactions = activeInteractions(state);
  return {
    agent: state.agent,
    interactions,
    conversations: interactions.map(({ id }) => conversationOf(state, id)),
    transfers: interactions.map(({ id }) => transferOf(state, id)),
    invitations: offeredInvitations(state),
  };
}

const deeds = ['customer', 'write', 'offer', 'accept', 'decline', 'dismiss'] as const;
type Deed = { what: (typeof deeds)[number]; who: number; whom: number };

/** Performs an action if it is possible. Refusals are ignored. */
async function act(world: BackendWorld, agents: readonly WorldAgent[], { what, who, whom }: Deed): Promise<void> {
  const [one, other] = [agents[who], agents[whom]];
  if (!one || !other) return;
  const commandId = world.random.id();
  const interactionId = 'sms-1';
  const { invitations, transfers } = await snapshotOf(one);
  const invitationId = invitations[0]?.id ?? 'none';
  const send = one.backend.send;
  if (what === 'customer') await world.customerWrites(interactionId, 'Hello?');
  else if (what === 'write') await send({ type: 'sendMessage', commandId, interactionId, text: 'Hello' });
  else if (what === 'offer')
    await send({ type: 'startTransfer', commandId, interactionId, target: { kind: 'agent', ...other.agent } });
  else if (what === 'accept') await send({ type: 'acceptInvitation', commandId, invitationId });
  else if (what === 'decline') await send({ type: 'declineInvitation', commandId, invitationId });
  else await send({ type: 'dismissTransfer', commandId, transferId: transfers[0]?.id ?? 'none' });
}

async function snapshotOf({ backend }: WorldAgent): Promise<Snapshot> {
  const answer = await backend.snapshot({});
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

test('frames in any order, and a snapshot from anywhere between, lead to what the last snapshot says', async () => {
  const deed = fc.record({ what: fc.constantFrom(...deeds), who: fc.nat(2), whom: fc.nat(2) });
  const histories = fc.array(deed, { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(histories, fc.nat(30), fc.infiniteStream(fc.nat()), async (history, cut, chance) => {
      const world = createInMemoryWorld();
      const agents = [world.owner, world.colleague, world.bystander].flatMap((agent) => agent ?? []);
      const heard: DesktopEvent[][] = [];
      for (const { backend } of agents) {
        await backend.send({ type: 'signIn', commandId: world.random.id(), ready: true });
        heard.push([]);
      }
      for (const [at, agent] of agents.entries()) {
        const first = await snapshotOf(agent);
        heard[at]?.push(take(first));
        const onFrame = (frame: EventFrame) => heard[at]?.push(hear(frame));
        const listener = { onFrame, onOpen() {}, onBreak() {}, onGap() {}, onLost() {}, onTime() {} };
        agent.backend.follow(first.cursor, listener, new AbortController().signal);
      }
      await world.timePasses(0);
      for (const [at, one] of history.entries()) {
        if (at === cut) for (const [of, agent] of agents.entries()) heard[of]?.push(take(await snapshotOf(agent)));
        await act(world, agents, one);
      }
      for (const [at, agent] of agents.entries()) {
        const events = heard[at] ?? [];
        const now = truth([take(await snapshotOf(agent))]);
        expect(truth(events)).toEqual(now);
        const disordered = [...events, ...events].map((event) => ({ event, place: chance.next().value ?? 0 }));
        expect(truth(disordered.sort((a, b) => a.place - b.place).map(({ event }) => event))).toEqual(now);
      }
      await world.close?.();
    }),
    { numRuns: 200 },
  );
});

/** An adapter's event about one of a few entities. */
const saying = fc.oneof(
  fc.record({ say: fc.constant('put' as const), id: fc.constantFrom('a', 'b'), word: fc.constantFrom('one', 'two') }),
  fc.record({ say: fc.constant('release' as const), id: fc.constantFrom('a', 'b'), word: fc.constant('') }),
  fc.record({ say: fc.constant('write' as const), id: fc.constantFrom('m', 'n'), word: fc.constantFrom('one', 'two') }),
  fc.record({ say: fc.constant('offer' as const), id: fc.constantFrom('x', 'y'), word: fc.constantFrom('one', 'two') }),
  fc.record({ say: fc.constant('end' as const), id: fc.constantFrom('x', 'y'), word: fc.constant('') }),
  fc.record({ say: fc.constant('transfer' as const), id: fc.constantFrom('t', 'u'), word: fc.constantFrom('a', 'b') }),
  fc.record({ say: fc.constant('outcome' as const), id: fc.constantFrom('t', 'u'), word: fc.constant('') }),
);

function saidBy(news: News, { say, id, word }: typeof saying extends fc.Arbitrary<infer S> ? S : never): void {
  const contact: Contact = {
    id: 'c-1',
    name: 'Jo',
    address: { kind: 'phone', value: '+447700900123', display: '07700 900123' },
  };
  const about = { channel: 'sms', contact, state: 'active', startedAt: 1, assignedAt: 1, capabilities: [] } as const;
  const conversation = { ...about, capabilities: [...about.capabilities] };
  const target = { kind: 'agent', id: 'bianca', name: 'Bianca' } as const;
  if (say === 'put') news.interaction({ ...conversation, id, segment: word });
  else if (say === 'release') news.interactionReleased(id, 'completed');
  else if (say === 'write') {
    news.interaction({ ...conversation, id: 'c' });
    news.messages('c', [{ kind: 'customer', id, name: 'Jo', text: word }]);
  } else if (say === 'offer' || say === 'end') {
    if (say === 'offer') news.invitation({ id, interactionId: 'd', contact, waitingSince: 1, note: word });
    else unlessRefused(() => news.invitationEnded(id, 'withdrawn'));
  } else if (say === 'transfer')
    unlessRefused(() => news.transfer({ id: `${id}-${word}`, interactionId: word, target }));
  else unlessRefused(() => news.transferEnded(`${id}-a`, { state: 'declined' }));
}

/** Events that contradict earlier ones, such as the end of an unknown entity, throw and change nothing. */
function unlessRefused(say: () => void): void {
  try {
    say();
  } catch (cause) {
    expect(String(cause)).toMatch(/Say \w+\(…\)/);
  }
}

/** One transfer ends and another begins in one step, under an id that was used before. */
const reusedId: (typeof saying extends fc.Arbitrary<infer S> ? S : never)[][] = [
  [{ say: 'put', id: 'a', word: 'one' }],
  [{ say: 'transfer', id: 'u', word: 'a' }],
  [
    { say: 'outcome', id: 'u', word: '' },
    { say: 'transfer', id: 't', word: 'a' },
  ],
  [
    { say: 'outcome', id: 't', word: '' },
    { say: 'transfer', id: 'u', word: 'a' },
  ],
];

test('however much is said in one step, it leads to what the snapshot says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(saying, { maxLength: 5 }), { maxLength: 12 }), async (steps) => {
      const adapter = createAdapter({
        clock: createManualClock(),
        random: createSeededRandom(),
        capabilities: {},
        commands: {},
        reads: { searchTargets: async () => ({ targets: [] }) },
      });
      const ana = { id: 'ana', name: 'Ana' };
      adapter.tell((news) => news.agent({ ...ana, presence: { state: 'ready', since: 1 }, channels: [] }));
      const agent = { agent: ana, backend: adapter.backend };
      const first = await snapshotOf(agent);
      const heard = [take(first)];
      const onFrame = (frame: EventFrame) => heard.push(hear(frame));
      const listener = { onFrame, onOpen() {}, onBreak() {}, onGap() {}, onLost() {}, onTime() {} };
      agent.backend.follow(first.cursor, listener, new AbortController().signal);
      for (const one of steps) adapter.tell((news) => one.forEach((saying) => saidBy(news, saying)));
      await flushPromises();
      expect(truth(heard)).toEqual(truth([take(await snapshotOf(agent))]));
    }),
    { numRuns: 1_000, examples: [[reusedId]] },
  );
});
