import type { AgentRef, Handover, Interaction, InteractionCapability } from '@baton/contracts';
import type { Transaction } from './transaction';
import { refuse } from './inputs';
import type { Answer } from './inputs';
import { routingFacts } from './invitations';
import type { CentreState, InteractionRecord, Owner } from './state';
import { queueOf, refOf, without } from './state';
import { find, get, rowsOf } from './table';
import { consentOf } from './transcripts';

/** Who owns each interaction: exactly one agent or queue. */
export function owners(state: CentreState): Record<string, Owner> {
  const open = rowsOf(state.interactions).filter((interaction) => interaction.state !== 'completed');
  return Object.fromEntries(open.map(({ id, owner }) => [id, owner]));
}

/** The interaction, when this agent owns it. */
export function ownInteraction(state: CentreState, agentId: string, interactionId: string): Answer<InteractionRecord> {
  const interaction = find(state.interactions, interactionId);
  if (!interaction) return { ok: false, problem: refuse('not_found', `No interaction "${interactionId}"`) };
  if (!isOwner(interaction, agentId))
    return { ok: false, problem: refuse('forbidden', 'Another owner has the interaction') };
  if (interaction.state === 'completed') return { ok: false, problem: refuse('gone', 'The interaction is completed') };
  return { ok: true, value: interaction };
}

/** The transfer by which an interaction came, and its sender. */
interface Received {
  readonly receivedFrom: AgentRef;
  readonly receivedBy: string;
  readonly handover?: Handover;
}

/** Gives an interaction to an agent, and forgets the former owner's transfers of it. */
export function assign(tx: Transaction, interactionId: string, agentId: string, received?: Received): void {
  const interaction = get(tx.state.interactions, interactionId);
  if (interaction.owner.kind === 'queue') removeFromQueue(tx, interaction);
  const {
    receivedFrom: _from,
    receivedBy: _by,
    handover: _cargo,
    transferId: _sent,
    commandId: _began,
    ...kept
  } = interaction;
  touch(tx, {
    ...kept,
    ...received,
    owner: { kind: 'agent', id: agentId },
    assignedAt: tx.at,
    passedBy: [],
  });
}

/** Puts an interaction at the head of its queue. */
export function returnToQueue(tx: Transaction, interaction: InteractionRecord): void {
  const queue = queueOf(tx.state, interaction.queueId);
  tx.put('pools', `queue:${queue.id}`, { ...queue, waiting: [interaction.id, ...queue.waiting] });
  touch(tx, {
    ...without(without(interaction, 'receivedBy'), 'transferId'),
    owner: { kind: 'queue', id: queue.id },
  });
}

/** Lets a finished interaction leave the contact centre. */
export function leave(tx: Transaction, interaction: InteractionRecord): void {
  if (interaction.owner.kind === 'queue') removeFromQueue(tx, interaction);
  touch(tx, { ...interaction, state: 'completed', endedAt: tx.at });
}

/** Writes an interaction as changed in this step. */
export function touch(tx: Transaction, interaction: InteractionRecord): void {
  tx.put('interactions', interaction.id, { ...interaction, version: tx.cursor });
}

/** An interaction as its owner sees it. */
export function interactionView(state: CentreState, interaction: InteractionRecord, owner: AgentRef): Interaction {
  const { id, version, contact, startedAt, assignedAt, commandId, receivedFrom, handover, note } = interaction;
  const { dispositions } = queueOf(state, interaction.queueId);
  return {
    id,
    version,
    channel: 'sms',
    contact,
    owner: refOf(owner),
    state: interaction.state === 'active' ? 'active' : 'ended',
    startedAt,
    assignedAt,
    ...(commandId && { commandId }),
    ...(receivedFrom && { receivedFrom }),
    ...(handover && { handover }),
    ...(note && { note }),
    ...routingFacts(state, interaction),
    ...(dispositions && { dispositions }),
    consent: consentOf(state, id),
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

function removeFromQueue(tx: Transaction, interaction: InteractionRecord): void {
  const queue = queueOf(tx.state, interaction.owner.id);
  tx.put('pools', `queue:${queue.id}`, { ...queue, waiting: queue.waiting.filter((id) => id !== interaction.id) });
}
