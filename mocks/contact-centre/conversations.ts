import type { CommandOf, CustomerMessage, Delivery, DeliveryFailure, Known } from '@baton/contracts';
import { isBlank, isKnown, targetKey } from '@baton/contracts';
import type { Transaction } from './transaction';
import { refuse } from './inputs';
import type { Answer, Input, Refusal } from './inputs';
import { leave, ownInteraction, touch } from './interactions';
import { endInvitationsTo, updateInvitations } from './invitations';
import { deliveryMs } from './limits';
import type { InteractionRecord, Receipt } from './state';
import { queueOf, refOf, without } from './state';
import { find, get } from './table';
import { append, consentOf, messageAt, readConsent, replaceMessage } from './transcripts';
import { concludeTransfer, pendingTransferOf } from './transfers';

type InputOf<K extends Input['kind']> = Extract<Input, { kind: K }>;

/** A new conversation waits at the end of its queue. */
export function customerStarts(tx: Transaction, input: InputOf<'customerStarts'>): Refusal | undefined {
  if (find(tx.state.pools, targetKey({ kind: 'queue', id: input.queueId }))?.kind !== 'queue') {
    return refuse('not_found', `No queue "${input.queueId}"`);
  }
  const queue = queueOf(tx.state, input.queueId);
  const id = tx.nextId('interaction');
  tx.put('pools', targetKey(queue), { ...queue, waiting: [...queue.waiting, id] });
  touch(tx, {
    id,
    version: tx.cursor,
    contact: input.contact,
    owner: { kind: 'queue', id: queue.id },
    state: 'active',
    startedAt: tx.at,
    assignedAt: tx.at,
    queueId: queue.id,
    ...(input.segment && { segment: input.segment }),
    ...(input.priority && { priority: input.priority }),
    passedBy: [],
    failures: [],
  });
  write(tx, id, { kind: 'customer', ...(input.contact.name && { name: input.contact.name }), text: input.text });
  return undefined;
}

/** A customer's text: the owner gets it, and an invited agent sees it in the invitation. */
export function customerWrites(
  tx: Transaction,
  { interactionId, text, attachments }: InputOf<'customerWrites'>,
): Refusal | undefined {
  const open = openConversation(tx, interactionId);
  if (!open.ok) return open.problem;
  write(tx, interactionId, {
    kind: 'customer',
    ...(open.value.contact.name && { name: open.value.contact.name }),
    text,
    ...(attachments && { attachments: [...attachments] }),
  });
  updateInvitations(tx, interactionId);
  return undefined;
}

/** Adds a customer's text, and what it says about consent: the record gets an entry, and the owner is told. */
function write(
  tx: Transaction,
  interactionId: string,
  message: Omit<CustomerMessage, 'index' | 'version' | 'at'>,
): void {
  const before = consentOf(tx.state, interactionId);
  append(tx, interactionId, message);
  if (readConsent(message.text)?.act === 'help') append(tx, interactionId, { kind: 'event', event: 'helpAsked' });
  const after = consentOf(tx.state, interactionId);
  if (after === before) return;
  append(tx, interactionId, { kind: 'event', event: after.state === 'optedOut' ? 'optedOut' : 'optedIn' });
  touch(tx, get(tx.state.interactions, interactionId));
}

/** The customer ends the conversation. An agent who owns it still has to complete it; in a queue it leaves at once. */
export function customerEnds(tx: Transaction, { interactionId }: InputOf<'customerEnds'>): Refusal | undefined {
  const open = openConversation(tx, interactionId);
  if (!open.ok) return open.problem;
  const { owner } = open.value;
  const pending = pendingTransferOf(tx.state, open.value);
  if (pending) concludeTransfer(tx, pending, { happens: 'customerEnded' });
  else endInvitationsTo(tx, interactionId, 'conversationEnded');
  const by = owner.kind === 'agent' ? refOf(get(tx.state.agents, owner.id)) : undefined;
  append(tx, interactionId, { kind: 'event', event: 'ended', ...(by && { by }) });
  const interaction = get(tx.state.interactions, interactionId);
  if (owner.kind === 'agent') touch(tx, { ...interaction, state: 'ended' });
  else leave(tx, interaction);
  return undefined;
}

/**
 * The owner has finished. A pending transfer is withdrawn, and the queue's after-call
 * work begins. During it the agent gets no new offers; earlier ones stay.
 */
export function completeInteraction(
  tx: Transaction,
  agentId: string,
  { interactionId, disposition }: CommandOf<'completeInteraction'>,
): Refusal | undefined {
  const own = ownInteraction(tx.state, agentId, interactionId);
  if (!own.ok) return own.problem;
  const { wrapUpSeconds, dispositions } = queueOf(tx.state, own.value.queueId);
  const isChoice = dispositions?.choices.some(({ id }) => id === disposition) === true;
  if (disposition === undefined ? dispositions?.required === true : !isChoice)
    return refuse('validation', 'Give one of the dispositions of the conversation');
  const pending = pendingTransferOf(tx.state, own.value);
  if (pending) concludeTransfer(tx, pending, { happens: 'completed' });
  const agent = get(tx.state.agents, agentId);
  if (own.value.state === 'active') append(tx, interactionId, { kind: 'event', event: 'ended', by: refOf(agent) });
  leave(tx, { ...get(tx.state.interactions, interactionId), ...(disposition && { disposition }) });
  const until = Math.max(tx.at + wrapUpSeconds * 1000, agent.wrapUp?.until ?? 0);
  if (wrapUpSeconds > 0) tx.put('agents', agentId, { ...agent, wrapUp: { until } });
  return undefined;
}

/** Writes the note on a conversation anew. */
export function saveNote(
  tx: Transaction,
  agentId: string,
  { interactionId, text }: CommandOf<'saveNote'>,
): Refusal | undefined {
  const own = ownInteraction(tx.state, agentId, interactionId);
  if (!own.ok) return own.problem;
  touch(tx, isBlank(text) ? without(own.value, 'note') : { ...own.value, note: text });
  return undefined;
}

/** An agent's text to the customer. */
export function sendMessage(tx: Transaction, agentId: string, command: CommandOf<'sendMessage'>): Refusal | undefined {
  const own = ownInteraction(tx.state, agentId, command.interactionId);
  if (!own.ok) return own.problem;
  if (own.value.state === 'ended') return refuse('invalid_state', 'The conversation has ended');
  if (hasOptedOut(tx, command.interactionId)) return optedOut;
  const index = append(tx, command.interactionId, {
    kind: 'agent',
    from: refOf(get(tx.state.agents, agentId)),
    text: command.text,
    delivery: { state: 'sent' },
    commandId: command.commandId,
  });
  deliver(tx, command.interactionId, index);
  return undefined;
}

/** Sends a text again that was not delivered. */
export function redeliverMessage(
  tx: Transaction,
  agentId: string,
  { interactionId, index }: CommandOf<'redeliverMessage'>,
): Refusal | undefined {
  const own = ownInteraction(tx.state, agentId, interactionId);
  if (!own.ok) return own.problem;
  if (own.value.state === 'ended') return refuse('invalid_state', 'The conversation has ended');
  const message = messageAt(tx.state, interactionId, index);
  if (message?.kind !== 'agent' || message.delivery.state !== 'failed')
    return refuse('invalid_state', 'No text that was not delivered');
  if (hasOptedOut(tx, interactionId)) return optedOut;
  setDelivery(tx, interactionId, index, { state: 'sent' });
  deliver(tx, interactionId, index);
  return undefined;
}

/** Refuses a text to a customer who wants none. */
export const optedOut = refuse('opted_out', 'The customer has opted out');

function hasOptedOut({ state }: Transaction, interactionId: string): boolean {
  return consentOf(state, interactionId).state === 'optedOut';
}

/** Sends a text to the network, which reports the delivery later. */
export function deliver(tx: Transaction, interactionId: string, index: number): void {
  tx.set({ receipts: [...tx.state.receipts, { interactionId, index, due: tx.at + deliveryMs }] });
}

function setDelivery(tx: Transaction, interactionId: string, index: number, delivery: Delivery): void {
  const message = messageAt(tx.state, interactionId, index);
  if (message?.kind === 'agent') replaceMessage(tx, interactionId, { ...message, version: tx.cursor, delivery });
}

/** The network reports whether a text was delivered. */
export function confirmDelivery(tx: Transaction, receipt: Receipt): void {
  const interaction = get(tx.state.interactions, receipt.interactionId);
  const [laidDown, ...failures] = interaction.failures;
  const reason = laidDown ?? (hasOptedOut(tx, interaction.id) ? 'blocked' : undefined);
  tx.set({ receipts: tx.state.receipts.filter((other) => other !== receipt) });
  const delivery: Delivery = reason ? { state: 'failed', reason, code: codeOf(reason) } : { state: 'delivered' };
  setDelivery(tx, receipt.interactionId, receipt.index, delivery);
  if (laidDown) tx.put('interactions', interaction.id, { ...interaction, failures });
}

/** What the network calls a failure, as a product's codes. A failure that Baton has no word for is called by its code. */
function codeOf(reason: DeliveryFailure): string {
  return isKnown(reason) ? codes[reason] : reason.replace('unknown:', '');
}

const codes: Readonly<Record<Known<DeliveryFailure>, string>> = {
  blocked: '21610',
  number: '30006',
  server: '30008',
  unreachable: '30003',
  carrierBlocked: '30004',
  numberUnknown: '30005',
  filtered: '30007',
};

function openConversation(tx: Transaction, interactionId: string): Answer<InteractionRecord> {
  const interaction = find(tx.state.interactions, interactionId);
  if (!interaction) return { ok: false, problem: refuse('not_found', `No interaction "${interactionId}"`) };
  if (interaction.state !== 'active') return { ok: false, problem: refuse('gone', 'The conversation has ended') };
  return { ok: true, value: interaction };
}
