import type {
  AgentRef,
  CommandOf,
  Known,
  TargetProblem,
  KnownTargetRef,
  Transfer,
  TransferFailure,
} from '@baton/contracts';
import { noticeOfTransfer, targetKey } from '@baton/contracts';
import { ableMembers, obstacle } from './availability';
import type { Transaction } from './transaction';
import { findTarget } from './directory';
import { refuse } from './inputs';
import type { Answer, Refusal } from './inputs';
import { endInvitationsTo, offer } from './invitations';
import { ownInteraction, touch } from './interactions';
import { postNotice } from './notices';
import type { AgentRecord, CentreState, InteractionRecord, TransferRecord } from './state';
import { queueOf, refOf, without } from './state';
import { find, get } from './table';
import { append } from './transcripts';
import type { TransferHappening, TransferTransition } from './transitions';
import { transferTransitions } from './transitions';

/** Why a transfer ends, with its details. */
export type Conclusion =
  | { readonly happens: 'accepted'; readonly acceptedBy: AgentRef }
  | { readonly happens: 'declined'; readonly reason?: string }
  | { readonly happens: 'revoked'; readonly reason: Known<TransferFailure> }
  | {
      readonly happens: Exclude<
        TransferHappening,
        'extended' | 'passedOn' | 'redirected' | 'accepted' | 'declined' | 'revoked'
      >;
    };

type TransferEnding =
  | { readonly state: 'accepted'; readonly acceptedBy: AgentRef }
  | { readonly state: 'declined'; readonly reason?: string }
  | { readonly state: 'expired' | 'notAccepted' | 'cancelled' | 'handedOver' }
  | { readonly state: 'failed'; readonly reason: Known<TransferFailure> };

/**
 * Invites a target to take over. The sender keeps the interaction until an
 * agent has accepted. A transfer to a pool always starts: `pools.ts` chooses
 * the agent, and ends the transfer when there is none.
 */
export function startTransfer(
  tx: Transaction,
  agentId: string,
  command: CommandOf<'startTransfer'>,
): Refusal | undefined {
  const open = transferable(tx, agentId, command.interactionId);
  if (!open.ok) return open.problem;
  const interaction = open.value;
  const chosen = chosenTarget(tx.state, agentId, interaction, command.target);
  if (!chosen.ok) return chosen.problem;
  const { target, agent } = chosen.value;
  if (isPlacedIn(tx.state, target)) {
    const record = createTransfer(tx, interaction, target, { command, agent });
    const transition = transferTransitions.none.placed;
    endTransfer(tx, record, { state: transition.to }, transition);
    placeInQueue(tx, interaction, record);
    return undefined;
  }
  inviteTarget(tx, interaction, target, { command, agent, note: command.note });
  return undefined;
}

/**
 * Invites another target instead of the one that has not answered yet. A refusal changes nothing: the target that was
 * invited before still is.
 */
export function redirectTransfer(
  tx: Transaction,
  agentId: string,
  command: CommandOf<'redirectTransfer'>,
): Refusal | undefined {
  const open = pendingTransfer(tx, agentId, command.transferId);
  if (!open.ok) return open.problem;
  const { transfer } = open.value;
  const interaction = get(tx.state.interactions, transfer.interactionId);
  const chosen = chosenTarget(tx.state, agentId, interaction, command.target);
  if (!chosen.ok) return chosen.problem;
  const { target, agent } = chosen.value;
  if (targetKey(target) === targetKey(transfer.target)) return refuse('conflict', `${target.name} is invited already`);
  // A transfer to a pool begins in any case; one that waits for an answer is not given up for nobody.
  if (!agent && !isPlacedIn(tx.state, target) && !hasAnyToAsk(tx.state, transfer, target))
    return unavailable(target, 'notReady');

  endInvitationsTo(tx, interaction.id, 'withdrawn');
  const { isReturn: _, invitationId: __, ...known } = get(tx.state.transfers, transfer.id);
  const record = { ...known, transfer: { ...known.transfer, version: tx.cursor, target }, candidates: [] };
  tx.put('transfers', transfer.id, record);
  if (isPlacedIn(tx.state, target)) {
    concludeTransfer(tx, record, { happens: 'placed' });
    placeInQueue(tx, get(tx.state.interactions, interaction.id), record);
    return undefined;
  }
  const { by, route } = record.transfer;
  const asked = route.at(-1)?.agent;
  const { entry } = transferTransitions.pending.redirected;
  append(tx, interaction.id, { kind: 'event', event: entry, by, target, ...(asked && { asked }) });
  if (agent) offerTo(tx, record, agent);
  return undefined;
}

/** Whether a pool has an agent who can take the conversation and was not asked before. */
function hasAnyToAsk(state: CentreState, { by, route }: Transfer, pool: KnownTargetRef): boolean {
  const asked = new Set([by.id, ...route.map(({ agent }) => agent.id)]);
  return ableMembers(state, get(state.pools, targetKey(pool))).some(({ id }) => !asked.has(id));
}

/** What a sender has chosen, if they may transfer the interaction to it now. */
function chosenTarget(
  state: CentreState,
  agentId: string,
  interaction: InteractionRecord,
  { kind, id }: KnownTargetRef,
): Answer<{ target: KnownTargetRef; agent: AgentRecord | undefined }> {
  const refused = (problem: Refusal) => ({ ok: false, problem }) as const;
  const sender = get(state.agents, agentId);
  const found = findTarget(state, { kind, id });
  if (!found) return refused(refuse('not_found', `No ${kind} "${id}"`));
  const own = ownTarget(found.target, interaction, agentId);
  if (own) return refused(unavailable(found.target, own));
  if (sender.privileges?.transfer === false)
    return refused(refuse('forbidden', 'The role of the agent does not allow transfers'));
  if (!sender.mayTransferTo.includes(found.target.kind))
    return refused(refuse('forbidden', `No permission to transfer to ${found.target.kind}`));
  const problem = found.agent && obstacle(state, found.agent);
  if (problem) return refused(unavailable(found.target, problem));
  return { ok: true, value: { target: found.target, agent: found.agent } };
}

/**
 * Invites the agent who handed the interaction over to take it back. This needs no permission, and after-call work is
 * no obstacle; otherwise it is a transfer like any other.
 */
export function returnInteraction(
  tx: Transaction,
  agentId: string,
  command: CommandOf<'returnInteraction'>,
): Refusal | undefined {
  const open = transferable(tx, agentId, command.interactionId);
  if (!open.ok) return open.problem;
  const interaction = open.value;
  const { receivedFrom } = interaction;
  if (!receivedFrom) return refuse('invalid_state', 'The conversation did not come by transfer');
  const target = { kind: 'agent', ...receivedFrom } as const;
  const former = find(tx.state.agents, receivedFrom.id);
  if (!former) return refuse('not_found', `No agent "${receivedFrom.id}"`);
  const problem = obstacle(tx.state, without(former, 'wrapUp'));
  if (problem) return unavailable(target, problem);
  inviteTarget(tx, interaction, target, { command, agent: former });
  return undefined;
}

/** The interaction, when this agent owns it and may begin a transfer of it. */
function transferable(tx: Transaction, agentId: string, interactionId: string): Answer<InteractionRecord> {
  const owned = ownInteraction(tx.state, agentId, interactionId);
  if (!owned.ok) return owned;
  if (owned.value.state === 'ended')
    return { ok: false, problem: refuse('invalid_state', 'The conversation has ended') };
  if (pendingTransferOf(tx.state, owned.value))
    return { ok: false, problem: refuse('conflict', 'The conversation is already being transferred') };
  return owned;
}

/** How a transfer begins. */
interface TransferRequest {
  readonly command: CommandOf<'startTransfer' | 'returnInteraction'>;
  /** The target, when it is an agent. */
  readonly agent: AgentRecord | undefined;
  readonly note?: string | undefined;
}

/** Begins the transfer of an interaction by its owner. */
function inviteTarget(
  tx: Transaction,
  interaction: InteractionRecord,
  target: KnownTargetRef,
  beginning: TransferRequest,
): void {
  const record = createTransfer(tx, interaction, target, beginning);
  const { by, id } = record.transfer;
  touch(tx, { ...interaction, transferId: id });
  append(tx, interaction.id, { kind: 'event', event: transferTransitions.none.invited.entry, by, target });
  if (beginning.agent) offerTo(tx, record, beginning.agent);
}

function createTransfer(
  tx: Transaction,
  interaction: InteractionRecord,
  target: KnownTargetRef,
  { command, note }: TransferRequest,
): TransferRecord {
  const transfer: Transfer = {
    state: 'pending',
    id: tx.nextId('transfer'),
    version: tx.cursor,
    interactionId: interaction.id,
    target,
    by: refOf(get(tx.state.agents, interaction.owner.id)),
    startedAt: tx.at,
    commandId: command.commandId,
    ...(command.traceparent && { traceparent: command.traceparent }),
    // Set with the first offer.
    expiresAt: null,
    extensions: 0,
    route: [],
  };
  const isReturn = command.type === 'returnInteraction';
  const record: TransferRecord = { transfer, ...(note && { note }), ...(isReturn && { isReturn }), candidates: [] };
  tx.put('transfers', transfer.id, record);
  return record;
}

/** The sender withdraws the transfer. */
export function cancelTransfer(
  tx: Transaction,
  agentId: string,
  { transferId }: CommandOf<'cancelTransfer'>,
): Refusal | undefined {
  const open = pendingTransfer(tx, agentId, transferId);
  if (!open.ok) return open.problem;
  concludeTransfer(tx, open.value, { happens: 'cancelled' });
  return undefined;
}

/** A transfer that its sender may still withdraw. */
function pendingTransfer(tx: Transaction, agentId: string, transferId: string): Answer<TransferRecord> {
  const refused = (problem: Refusal) => ({ ok: false, problem }) as const;
  const record = find(tx.state.transfers, transferId);
  if (!record) return refused(refuse('not_found', `No transfer "${transferId}"`));
  if (record.transfer.by.id !== agentId) return refused(refuse('forbidden', 'Only the sender can withdraw a transfer'));
  if (record.transfer.state === 'accepted') return refused(refuse('too_late', 'The transfer has been accepted'));
  if (record.transfer.state !== 'pending') return refused(refuse('gone', 'The transfer has ended'));
  return { ok: true, value: record };
}

/** The sender has seen the outcome of a transfer. */
export function dismissTransfer(
  tx: Transaction,
  agentId: string,
  { transferId }: CommandOf<'dismissTransfer'>,
): Refusal | undefined {
  const record = find(tx.state.transfers, transferId);
  if (!record) return refuse('not_found', `No transfer "${transferId}"`);
  if (record.transfer.by.id !== agentId)
    return refuse('forbidden', 'Only the sender can dismiss the outcome of a transfer');
  if (record.transfer.state === 'pending') return refuse('invalid_state', 'The transfer is pending');
  if (record.dismissedAt !== undefined) return undefined;
  tx.put('transfers', transferId, { ...record, dismissedAt: tx.cursor });
  return undefined;
}

/** Offers a pending transfer to an agent, with a new deadline. */
export function offerTo(tx: Transaction, record: TransferRecord, agent: AgentRecord): void {
  const { transfer } = record;
  if (transfer.state !== 'pending') throw new Error(`Transfer "${transfer.id}" has ended`);
  const interaction = get(tx.state.interactions, transfer.interactionId);
  const invitation = offer(tx, interaction, agent, {
    transferId: transfer.id,
    from: transfer.by,
    ...(record.note && { note: record.note }),
    ...(record.isReturn && { isReturn: record.isReturn }),
    ...(transfer.traceparent && { traceparent: transfer.traceparent }),
  });
  tx.put('transfers', transfer.id, {
    ...record,
    transfer: {
      ...transfer,
      version: tx.cursor,
      expiresAt: invitation.state === 'offered' ? invitation.expiresAt : tx.at,
      extensions: 0,
      route: [...transfer.route, { target: transfer.target, agent: refOf(agent), state: 'offered', at: tx.at }],
    },
    invitationId: invitation.id,
  });
}

/** Ends a pending transfer and its offer. Adds the outcome to the transcript and to the sender's My Messages. */
export function concludeTransfer(tx: Transaction, { transfer: { id } }: TransferRecord, conclusion: Conclusion): void {
  const transition: TransferTransition = transferTransitions.pending[conclusion.happens];
  const { offer: outcome } = transition;
  const { interactionId } = get(tx.state.transfers, id).transfer;
  if (outcome && outcome !== 'offered' && outcome !== 'updated') endInvitationsTo(tx, interactionId, outcome);
  endTransfer(tx, get(tx.state.transfers, id), endingOf(conclusion), transition);
}

/** Whether the product puts a conversation into the target without an invitation. */
function isPlacedIn({ quirks }: CentreState, { kind }: KnownTargetRef): boolean {
  return quirks.placesInQueues === true && kind === 'queue';
}

/** Puts the interaction at the end of a queue. The sender is not offered it there. */
function placeInQueue(tx: Transaction, interaction: InteractionRecord, { transfer }: TransferRecord): void {
  const { id, waiting } = queueOf(tx.state, transfer.target.id);
  tx.put('pools', targetKey(transfer.target), { ...queueOf(tx.state, id), waiting: [...waiting, interaction.id] });
  touch(tx, {
    ...without(without(interaction, 'receivedBy'), 'transferId'),
    owner: { kind: 'queue', id },
    queueId: id,
    passedBy: [transfer.by.id],
  });
}

function endingOf(conclusion: Conclusion): TransferEnding {
  const { pending } = transferTransitions;
  switch (conclusion.happens) {
    case 'accepted':
      return { state: pending.accepted.to, acceptedBy: conclusion.acceptedBy };
    case 'declined':
      return { state: pending.declined.to, ...(conclusion.reason && { reason: conclusion.reason }) };
    case 'revoked':
      return { state: pending.revoked.to, reason: conclusion.reason };
    case 'poolEmpty':
    case 'customerEnded': {
      const { to, reason } = pending[conclusion.happens];
      return { state: to, reason };
    }
    default:
      return { state: pending[conclusion.happens].to };
  }
}

function endTransfer(
  tx: Transaction,
  record: TransferRecord,
  ending: TransferEnding,
  { entry }: TransferTransition,
): void {
  const { id, interactionId, target, by, startedAt, commandId, traceparent, route } = record.transfer;
  const interaction = get(tx.state.interactions, interactionId);
  const transfer = {
    id,
    version: tx.cursor,
    interactionId,
    target,
    by,
    startedAt,
    commandId,
    ...(traceparent && { traceparent }),
    route,
    endedAt: tx.at,
    ...ending,
  };
  tx.put('transfers', id, { ...without(record, 'invitationId'), transfer, candidates: [] });
  touch(tx, interaction);
  const acceptedBy = ending.state === 'accepted' ? ending.acceptedBy : undefined;
  if (entry) {
    append(tx, interactionId, {
      kind: 'event',
      event: entry,
      by,
      target,
      ...(acceptedBy && { acceptedBy }),
      ...(ending.state === 'failed' && { reason: ending.reason }),
      ...(ending.state === 'declined' && ending.reason !== undefined && { declineReason: ending.reason }),
    });
  }
  const notice = noticeOfTransfer(transfer, interaction.contact.name);
  if (notice) postNotice(tx, by.id, notice);
}

/** The pending transfer of an interaction, if there is one. */
export function pendingTransferOf(state: CentreState, { transferId }: InteractionRecord): TransferRecord | undefined {
  const record = transferId ? get(state.transfers, transferId) : undefined;
  return record?.transfer.state === 'pending' ? record : undefined;
}

/** Refuses targets that have the conversation already: its owner, or its queue. */
function ownTarget(
  { kind, id }: KnownTargetRef,
  { queueId }: InteractionRecord,
  agentId: string,
): TargetProblem | undefined {
  if (kind === 'agent' && id === agentId) return 'self';
  return kind === 'queue' && id === queueId ? 'ownQueue' : undefined;
}

/** Refuses a target that cannot take a conversation now. */
function unavailable({ name }: KnownTargetRef, problem: TargetProblem): Refusal {
  return refuse('target_unavailable', `${name}: ${problem}`, problem);
}
