import { refuse } from '@baton/adapter-kit';
import type { AgentRef } from '@baton/contracts';
import type { Context } from './context';
import { handoverOf, interactionOf, invitationOf, stageOf } from './mapping';
import type { Transcripts } from './transcripts';
import type { Transfers } from './transfers';
import { timeOf } from './wire';
import type { WireInteraction, WireMessage } from './wire';

/** The agent's conversations and offers. Calls of methods that return a promise must not overlap. */
export interface Conversations {
  /** A conversation as an event or a reading has it. */
  see(wire: WireInteraction): Promise<void>;
  /** All that the agent has, read after a break or when the outcome of a command is not known. */
  seeAll(wires: readonly WireInteraction[], after: 'break' | 'snapshot'): Promise<void>;
  /** New entries of a transcript. */
  messages(interactionId: string, entries: readonly WireMessage[]): Promise<void>;
  /** The agent's own conversation. @throws a refusal if it is not theirs */
  owned(interactionId: string): WireInteraction;
  /** The offered conversation. @throws a refusal if it is not on offer any more */
  offered(invitationId: string): WireInteraction;
}

interface Owned {
  wire: WireInteraction;
  startedAt: number;
  assignedAt: number;
  receivedFrom?: AgentRef | undefined;
  /** Whether the transcript could be read. */
  isRead: boolean;
}

/** Words by which an operation recognises its effect. */
export const effects = {
  owned: (interactionId: string) => `owned ${interactionId}`,
  gone: (interactionId: string) => `gone ${interactionId}`,
  channel: (state: string) => `channel ${state}`,
};

export function createConversations(context: Context, transcripts: Transcripts, transfers: Transfers): Conversations {
  const { options, clock, operations, tell } = context;
  const owned = new Map<string, Owned>();
  /** Open offers by conversation. */
  const offers = new Map<string, { id: string; wire: WireInteraction }>();
  /** How often a conversation was offered: each offer has an id of its own. */
  const offerCounts = new Map<string, number>();

  /** An event may leave out what has not changed. */
  function merged(wire: WireInteraction): WireInteraction {
    const known = owned.get(wire.id)?.wire ?? offers.get(wire.id)?.wire;
    return {
      ...wire,
      capabilities: wire.capabilities ?? known?.capabilities,
      userData: wire.userData.length > 0 ? wire.userData : (known?.userData ?? []),
      queue: wire.queue ?? known?.queue,
    };
  }

  function offer(wire: WireInteraction): void {
    const open = offers.get(wire.id);
    const count = (offerCounts.get(wire.id) ?? 0) + (open ? 0 : 1);
    offerCounts.set(wire.id, count);
    const ticket = typeof wire.ticketId === 'number' || typeof wire.ticketId === 'string' ? wire.ticketId : count;
    const id = open?.id ?? `${wire.id}:${ticket}`;
    offers.set(wire.id, { id, wire });
    if (open) return;
    tell((news) => news.invitation(invitationOf(wire, { options, id, now: clock.now() })));
  }

  async function own(wire: WireInteraction, isAnew: boolean): Promise<void> {
    const known = owned.get(wire.id);
    const offered = offers.get(wire.id);
    const one: Owned = {
      startedAt: timeOf(wire.submittedAt) ?? timeOf(wire.receivedAt) ?? clock.now(),
      assignedAt: clock.now(),
      receivedFrom: handoverOf(wire, options).from,
      isRead: false,
      ...known,
      wire,
    };
    const messages = one.isRead && !isAnew ? [] : await transcripts.read(wire.id).catch(() => undefined);
    owned.set(wire.id, { ...one, isRead: messages !== undefined });
    offers.delete(wire.id);
    const commandId = operations.seen(effects.owned(wire.id));
    tell((news) => {
      if (offered) news.invitationEnded(offered.id, 'accepted');
      news.interaction(interactionOf(wire, { options, ...one }), messages);
    }, commandId);
  }

  /** It is not the agent's any more, nor on offer to them. */
  function leave(id: string): void {
    const commandId = operations.seen(effects.gone(id));
    const offered = offers.get(id);
    if (offered) {
      offers.delete(id);
      const outcome = commandId === undefined ? 'revoked' : 'declined';
      tell((news) => news.invitationEnded(offered.id, outcome), commandId);
    }
    if (!owned.delete(id)) return;
    transcripts.drop(id);
    const transfer = transfers.of(id);
    tell((news) => {
      if (!transfer) {
        news.interactionReleased(id, 'completed');
        return;
      }
      const { target } = transfer;
      if (target.kind === 'queue') transfers.end(id, { state: 'handedOver' }, news);
      else if (options.completedMeansAccepted)
        transfers.end(id, { state: 'accepted', acceptedBy: { id: target.id, name: target.name } }, news);
      else transfers.drop(id);
      news.interactionReleased(id, 'transferred', target);
    }, transfer?.id ?? commandId);
  }

  async function see(raw: WireInteraction, isAnew = false): Promise<void> {
    const wire = merged(raw);
    switch (stageOf(wire.state)) {
      case 'offered':
        return offer(wire);
      case 'owned':
      case 'ended':
        return own(wire, isAnew);
      case 'gone':
        return leave(wire.id);
      case undefined:
        // A state that is not known: the conversation stays what it was.
        if (owned.has(wire.id)) await own({ ...wire, state: owned.get(wire.id)?.wire.state ?? wire.state }, isAnew);
    }
  }

  return {
    see: (wire) => see(wire),
    async seeAll(wires, after) {
      const there = new Set(wires.map(({ id }) => id));
      for (const id of [...owned.keys(), ...offers.keys()]) if (!there.has(id)) leave(id);
      for (const wire of wires) await see(wire, after === 'break');
    },
    async messages(id, entries) {
      if (!owned.has(id)) return;
      const messages = await transcripts.take(id, entries);
      if (owned.has(id) && messages.length > 0) tell((news) => news.messages(id, messages));
    },
    owned: (id) => owned.get(id)?.wire ?? refuse('forbidden', 'The conversation is not the agent’s.'),
    offered(invitationId) {
      const open = [...offers.values()].find(({ id }) => id === invitationId);
      return open?.wire ?? refuse('gone', 'The conversation is not on offer any more.');
    },
  };
}
