import type { AgentRef, Interaction, InteractionCapability } from '@baton/contracts';
import type { Draft } from './draft';
import { refuse } from './inputs';
import type { Answer } from './inputs';
import { routingFacts } from './invitations';
import type { CentreState, InteractionRecord, Owner } from './state';
import { find, get, queueOf, refOf, without } from './state';

/** Who owns each interaction: exactly one agent or queue. */
export function owners(state: CentreState): Record<string, Owner> {
  const open = Object.values(state.interactions).filter((interaction) => interaction.state !== 'completed');
  return Object.fromEntries(open.map(({ id, owner }) => [id, owner]));
}

/** The interaction, when this agent owns it. */
export function ownInteraction(state: CentreState, agentId: string, interactionId: string): Answer<InteractionRecord> {
  const interaction = find(state.interactions, interactionId);
  if (!interaction) return { ok: false, problem: refuse('not_found', `No interaction "${interactionId}"`) };
  if (!isOwner(interaction, agentId))
    return { ok: false, problem: refuse('forbidden', 'Somebody else owns the interaction') };
  if (interaction.state === 'completed') return { ok: false, problem: refuse('gone', 'The interaction is completed') };
  return { ok: true, value: interaction };
}

/** Hands an interaction to an agent, with what a former owner has done to it forgotten. */
export function assign(draft: Draft, interactionId: string, agentId: string, receivedFrom?: AgentRef): void {
  const interaction = get(draft.state.interactions, interactionId);
  if (interaction.owner.kind === 'queue') removeFromQueue(draft, interaction);
  touch(draft, {
    ...without(without(interaction, 'receivedFrom'), 'transferId'),
    ...(receivedFrom && { receivedFrom }),
    owner: { kind: 'agent', id: agentId },
    assignedAt: draft.at,
    passedBy: [],
  });
}

/** Puts an interaction into its queue, before all that wait there. */
export function returnToQueue(draft: Draft, interaction: InteractionRecord): void {
  const queue = queueOf(draft.state, interaction.queueId);
  draft.put('pools', `queue:${queue.id}`, { ...queue, waiting: [interaction.id, ...queue.waiting] });
  touch(draft, { ...without(interaction, 'transferId'), owner: { kind: 'queue', id: queue.id } });
}

/** Lets a finished interaction leave the contact centre. */
export function leave(draft: Draft, interaction: InteractionRecord): void {
  if (interaction.owner.kind === 'queue') removeFromQueue(draft, interaction);
  touch(draft, { ...interaction, state: 'completed' });
}

/** Writes an interaction as changed in this step. */
export function touch(draft: Draft, interaction: InteractionRecord): void {
  draft.put('interactions', interaction.id, { ...interaction, version: draft.cursor });
}

/** An interaction as its owner sees it. */
export function interactionView(state: CentreState, interaction: InteractionRecord, owner: AgentRef): Interaction {
  const { id, version, contact, startedAt, assignedAt, receivedFrom } = interaction;
  return {
    id,
    version,
    channel: 'sms',
    contact,
    owner: refOf(owner),
    state: interaction.state === 'active' ? 'active' : 'ended',
    startedAt,
    assignedAt,
    ...(receivedFrom && { receivedFrom }),
    ...routingFacts(state, interaction),
    capabilities: capabilitiesOf(state, interaction),
  };
}

function capabilitiesOf(state: CentreState, interaction: InteractionRecord): InteractionCapability[] {
  if (interaction.state !== 'active') return ['complete'];
  const latest = interaction.transferId ? get(state.transfers, interaction.transferId) : undefined;
  return latest?.transfer.state === 'pending' ? ['sendMessage', 'complete'] : ['sendMessage', 'transfer', 'complete'];
}

function isOwner({ owner }: InteractionRecord, agentId: string): boolean {
  return owner.kind === 'agent' && owner.id === agentId;
}

function removeFromQueue(draft: Draft, interaction: InteractionRecord): void {
  const queue = queueOf(draft.state, interaction.owner.id);
  draft.put('pools', `queue:${queue.id}`, { ...queue, waiting: queue.waiting.filter((id) => id !== interaction.id) });
}
