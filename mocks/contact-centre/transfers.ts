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
import { obstacle } from './availability';
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
  | { readonly happens: Exclude<TransferHappening, 'extended' | 'passedOn' | 'accepted' | 'declined' | 'revoked'> };

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
  const sender = get(tx.state.agents, agentId);
  const found = findTarget(tx.state, command.target);
  if (!found) return refuse('not_found', `No ${command.target.kind} "${command.target.id}"`);
  const own = ownTarget(found.target, interaction, agentId);
  if (own) return unavailable(found.target, own);
  if (sender.privileges?.transfer === false)
    return refuse('forbidden', 'The role of the agent does not allow transfers');
  if (!sender.mayTransferTo.includes(found.target.kind))
    return refuse('forbidden', `No permission to transfer to ${found.target.kind}`);
  const problem = found.agent && obstacle(tx.state, found.agent);
  if (problem) return unavailable(found.target, problem);

  if (tx.state.quirks.placesInQueues && found.target.kind === 'queue') {
    placeInQueue(tx, interaction, found.target, command);
    return undefined;
  }
  inviteTarget(tx, interaction, found.target, { command, agent: found.agent, note: command.note });
  return undefined;
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
  const record = find(tx.state.transfers, transferId);
  if (!record) return refuse('not_found', `No transfer "${transferId}"`);
  if (record.transfer.by.id !== agentId) return refuse('forbidden', 'Only the sender can cancel a transfer');
  if (record.transfer.state === 'accepted') return refuse('too_late', 'The transfer has been accepted');
  if (record.transfer.state !== 'pending') return refuse('gone', 'The transfer has ended');
  concludeTransfer(tx, record, { happens: 'cancelled' });
  return undefined;
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

/** Puts the interaction at the end of a queue. The sender is not offered it there. */
function placeInQueue(
  tx: Transaction,
  interaction: InteractionRecord,
  target: KnownTargetRef,
  command: CommandOf<'startTransfer'>,
): void {
  const record = createTransfer(tx, interaction, target, { command, agent: undefined });
  const transition = transferTransitions.none.placed;
  endTransfer(tx, record, { state: transition.to }, transition);
  const { id, waiting } = queueOf(tx.state, target.id);
  tx.put('pools', targetKey(target), { ...queueOf(tx.state, id), waiting: [...waiting, interaction.id] });
  touch(tx, {
    ...without(without(interaction, 'receivedBy'), 'transferId'),
    owner: { kind: 'queue', id },
    queueId: id,
    passedBy: [record.transfer.by.id],
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
