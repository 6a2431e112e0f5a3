import type { CommandOf, Delivery } from '@baton/contracts';
import { targetKey } from '@baton/contracts';
import type { Draft } from './draft';
import { refuse } from './inputs';
import type { Answer, Input, Refusal } from './inputs';
import { leave, ownInteraction, touch } from './interactions';
import { endInvitationsTo, updateInvitations } from './invitations';
import { deliveryMs } from './limits';
import type { InteractionRecord, Receipt } from './state';
import { find, get, queueOf, refOf } from './state';
import { append, transcriptOf } from './transcripts';
import { pendingTransferOf, withdrawTransfer } from './transfers';

type InputOf<K extends Input['kind']> = Extract<Input, { kind: K }>;

/** A new conversation waits at the end of its queue. */
export function customerStarts(draft: Draft, input: InputOf<'customerStarts'>): Refusal | undefined {
  if (find(draft.state.pools, targetKey({ kind: 'queue', id: input.queueId }))?.kind !== 'queue') {
    return refuse('not_found', `No queue "${input.queueId}"`);
  }
  const queue = queueOf(draft.state, input.queueId);
  const id = draft.nextId('interaction');
  draft.put('pools', targetKey(queue), { ...queue, waiting: [...queue.waiting, id] });
  touch(draft, {
    id,
    version: draft.cursor,
    contact: input.contact,
    owner: { kind: 'queue', id: queue.id },
    state: 'active',
    startedAt: draft.at,
    assignedAt: draft.at,
    queueId: queue.id,
    ...(input.segment && { segment: input.segment }),
    ...(input.priority && { priority: input.priority }),
    passedBy: [],
    failures: [],
  });
  append(draft, id, { kind: 'customer', name: input.contact.name, text: input.text });
  return undefined;
}

/** A customer's text: the owner gets it, whoever is invited sees it too. */
export function customerWrites(draft: Draft, { interactionId, text }: InputOf<'customerWrites'>): Refusal | undefined {
  const open = openConversation(draft, interactionId);
  if (!open.ok) return open.problem;
  append(draft, interactionId, { kind: 'customer', name: open.value.contact.name, text });
  updateInvitations(draft, interactionId);
  return undefined;
}

/** The customer's side is over. Its owner has yet to complete it; what nobody owns leaves at once. */
export function customerEnds(draft: Draft, { interactionId }: InputOf<'customerEnds'>): Refusal | undefined {
  const open = openConversation(draft, interactionId);
  if (!open.ok) return open.problem;
  const { owner } = open.value;
  const pending = pendingTransferOf(draft.state, open.value);
  if (pending) withdrawTransfer(draft, pending, { state: 'failed', reason: 'ended' }, 'conversationEnded');
  else endInvitationsTo(draft, interactionId, 'conversationEnded');
  const by = owner.kind === 'agent' ? refOf(get(draft.state.agents, owner.id)) : undefined;
  append(draft, interactionId, { kind: 'event', event: 'ended', ...(by && { by }) });
  const interaction = get(draft.state.interactions, interactionId);
  if (owner.kind === 'agent') touch(draft, { ...interaction, state: 'ended' });
  else leave(draft, interaction);
  return undefined;
}

/**
 * The owner has finished. A pending transfer is withdrawn; the queue's after-call
 * work begins, in which nothing new is offered and what was offered before stays.
 */
export function completeInteraction(
  draft: Draft,
  agentId: string,
  { interactionId }: CommandOf<'completeInteraction'>,
): Refusal | undefined {
  const own = ownInteraction(draft.state, agentId, interactionId);
  if (!own.ok) return own.problem;
  const pending = pendingTransferOf(draft.state, own.value);
  if (pending) withdrawTransfer(draft, pending, { state: 'cancelled' }, 'conversationEnded');
  const agent = get(draft.state.agents, agentId);
  if (own.value.state === 'active') append(draft, interactionId, { kind: 'event', event: 'ended', by: refOf(agent) });
  leave(draft, get(draft.state.interactions, interactionId));
  const { wrapUpSeconds } = queueOf(draft.state, own.value.queueId);
  const until = Math.max(draft.at + wrapUpSeconds * 1000, agent.wrapUp?.until ?? 0);
  if (wrapUpSeconds > 0) draft.put('agents', agentId, { ...agent, wrapUp: { until } });
  return undefined;
}

/** An agent's text to the customer. */
export function sendMessage(draft: Draft, agentId: string, command: CommandOf<'sendMessage'>): Refusal | undefined {
  const own = ownInteraction(draft.state, agentId, command.interactionId);
  if (!own.ok) return own.problem;
  if (own.value.state === 'ended') return refuse('invalid_state', 'The conversation has ended');
  const index = append(draft, command.interactionId, {
    kind: 'agent',
    from: refOf(get(draft.state.agents, agentId)),
    text: command.text,
    delivery: { state: 'sent' },
    commandId: command.commandId,
  });
  deliver(draft, command.interactionId, index);
  return undefined;
}

/** Tries a text again that was not delivered. */
export function redeliverMessage(
  draft: Draft,
  agentId: string,
  { interactionId, index }: CommandOf<'redeliverMessage'>,
): Refusal | undefined {
  const own = ownInteraction(draft.state, agentId, interactionId);
  if (!own.ok) return own.problem;
  if (own.value.state === 'ended') return refuse('invalid_state', 'The conversation has ended');
  const message = transcriptOf(draft.state, interactionId)[index];
  if (message?.kind !== 'agent' || message.delivery.state !== 'failed')
    return refuse('invalid_state', 'No text that was not delivered');
  setDelivery(draft, interactionId, index, { state: 'sent' });
  deliver(draft, interactionId, index);
  return undefined;
}

/** Hands a text to the network, which says later what became of it. */
function deliver(draft: Draft, interactionId: string, index: number): void {
  draft.set({ receipts: [...draft.state.receipts, { interactionId, index, due: draft.at + deliveryMs }] });
}

function setDelivery(draft: Draft, interactionId: string, index: number, delivery: Delivery): void {
  const transcript = transcriptOf(draft.state, interactionId).map((message) =>
    message.kind === 'agent' && message.index === index ? { ...message, version: draft.cursor, delivery } : message,
  );
  draft.put('transcripts', interactionId, transcript);
}

/** The network says what became of a text. */
export function confirmDelivery(draft: Draft, receipt: Receipt): void {
  const interaction = get(draft.state.interactions, receipt.interactionId);
  const [reason, ...failures] = interaction.failures;
  draft.set({ receipts: draft.state.receipts.filter((other) => other !== receipt) });
  const delivery: Delivery = reason ? { state: 'failed', reason } : { state: 'delivered' };
  setDelivery(draft, receipt.interactionId, receipt.index, delivery);
  if (reason) draft.put('interactions', interaction.id, { ...interaction, failures });
}

function openConversation(draft: Draft, interactionId: string): Answer<InteractionRecord> {
  const interaction = find(draft.state.interactions, interactionId);
  if (!interaction) return { ok: false, problem: refuse('not_found', `No interaction "${interactionId}"`) };
  if (interaction.state !== 'active') return { ok: false, problem: refuse('gone', 'The conversation has ended') };
  return { ok: true, value: interaction };
}
