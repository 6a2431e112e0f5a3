import type {
  AgentRef,
  CommandOf,
  InvitationOutcome,
  NoticeKind,
  Severity,
  TargetProblem,
  TargetRef,
  Transfer,
  TransferFailure,
} from '@baton/contracts';
import { obstacle } from './availability';
import type { Draft } from './draft';
import { findTarget } from './directory';
import { refuse } from './inputs';
import type { Refusal } from './inputs';
import { endInvitationsTo, offer } from './invitations';
import { ownInteraction, touch } from './interactions';
import { offerMs } from './limits';
import { postNotice } from './notices';
import type { AgentRecord, CentreState, InteractionRecord, TransferRecord } from './state';
import { find, get, refOf, without } from './state';
import { append } from './transcripts';

/** How a transfer can end. */
export type TransferEnding =
  | { readonly state: 'accepted'; readonly acceptedBy: AgentRef }
  | { readonly state: 'declined'; readonly reason?: string }
  | { readonly state: 'expired' }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly reason: TransferFailure };

/**
 * Invites a target to take over. The sender keeps the interaction until
 * somebody has accepted. Pools are always taken: whom they are offered to, and
 * that there is nobody, is decided in `pools.ts`.
 */
export function startTransfer(draft: Draft, agentId: string, command: CommandOf<'startTransfer'>): Refusal | undefined {
  const owned = ownInteraction(draft.state, agentId, command.interactionId);
  if (!owned.ok) return owned.problem;
  const interaction = owned.value;
  if (interaction.state === 'ended') return refuse('invalid_state', 'The conversation has ended');
  if (pendingTransferOf(draft.state, interaction))
    return refuse('conflict', 'The conversation is already being transferred');

  const sender = get(draft.state.agents, agentId);
  const found = findTarget(draft.state, command.target);
  if (!found) return refuse('not_found', `No ${command.target.kind} "${command.target.id}"`);
  const own = ownTarget(found.target, interaction, agentId);
  if (own) return unavailable(found.target, own);
  if (!sender.mayTransferTo.includes(found.target.kind))
    return refuse('forbidden', `No permission to transfer to ${found.target.kind}`);
  const problem = found.agent && obstacle(draft.state, found.agent);
  if (problem) return unavailable(found.target, problem);

  const transfer: Transfer = {
    state: 'pending',
    id: draft.nextId('transfer'),
    version: draft.cursor,
    interactionId: interaction.id,
    target: found.target,
    by: refOf(sender),
    startedAt: draft.at,
    commandId: command.commandId,
    ...(command.traceparent && { traceparent: command.traceparent }),
    expiresAt: draft.at + offerMs,
    extensions: 0,
    route: [],
  };
  const record: TransferRecord = { transfer, ...(command.note && { note: command.note }), candidates: [] };
  draft.put('transfers', transfer.id, record);
  touch(draft, { ...interaction, transferId: transfer.id });
  append(draft, interaction.id, { kind: 'event', event: 'invited', by: transfer.by, target: found.target });
  if (found.agent) offerTo(draft, record, found.agent);
  return undefined;
}

/** Takes the invitation back. */
export function cancelTransfer(
  draft: Draft,
  agentId: string,
  { transferId }: CommandOf<'cancelTransfer'>,
): Refusal | undefined {
  const record = find(draft.state.transfers, transferId);
  if (!record) return refuse('not_found', `No transfer "${transferId}"`);
  if (record.transfer.by.id !== agentId) return refuse('forbidden', 'Only the sender can cancel a transfer');
  if (record.transfer.state === 'accepted') return refuse('too_late', 'The transfer has been accepted');
  if (record.transfer.state !== 'pending') return refuse('gone', 'The transfer has ended');
  withdrawTransfer(draft, record, { state: 'cancelled' }, 'withdrawn');
  return undefined;
}

/** Puts the outcome of a transfer away. */
export function dismissTransfer(
  draft: Draft,
  agentId: string,
  { transferId }: CommandOf<'dismissTransfer'>,
): Refusal | undefined {
  const record = find(draft.state.transfers, transferId);
  if (!record) return refuse('not_found', `No transfer "${transferId}"`);
  if (record.transfer.by.id !== agentId)
    return refuse('forbidden', 'Only the sender can dismiss the outcome of a transfer');
  if (record.transfer.state === 'pending') return refuse('invalid_state', 'The transfer is pending');
  if (record.dismissed) return undefined;
  draft.put('transfers', transferId, {
    ...record,
    transfer: { ...record.transfer, version: draft.cursor },
    dismissed: true,
  });
  return undefined;
}

/** Offers a pending transfer to an agent, with a new deadline. */
export function offerTo(draft: Draft, record: TransferRecord, agent: AgentRecord): void {
  const { transfer } = record;
  if (transfer.state !== 'pending') throw new Error(`Transfer "${transfer.id}" has ended`);
  const interaction = get(draft.state.interactions, transfer.interactionId);
  const invitation = offer(draft, interaction, agent, {
    transferId: transfer.id,
    from: transfer.by,
    ...(record.note && { note: record.note }),
    ...(transfer.traceparent && { traceparent: transfer.traceparent }),
  });
  draft.put('transfers', transfer.id, {
    ...record,
    transfer: {
      ...transfer,
      version: draft.cursor,
      expiresAt: invitation.state === 'offered' ? invitation.expiresAt : draft.at,
      extensions: 0,
      route: [...transfer.route, { target: transfer.target, agent: refOf(agent), state: 'offered', at: draft.at }],
    },
    invitationId: invitation.id,
  });
}

/** Ends a pending transfer before the invited side has answered. */
export function withdrawTransfer(
  draft: Draft,
  record: TransferRecord,
  ending: TransferEnding,
  outcome: InvitationOutcome,
): void {
  endInvitationsTo(draft, record.transfer.interactionId, outcome);
  concludeTransfer(draft, get(draft.state.transfers, record.transfer.id), ending);
}

/** Ends a pending transfer: what the transcript and the sender's My Messages say of it. */
export function concludeTransfer(draft: Draft, record: TransferRecord, ending: TransferEnding): void {
  const { id, interactionId, target, by, startedAt, commandId, traceparent, route } = record.transfer;
  const interaction = get(draft.state.interactions, interactionId);
  draft.put('transfers', id, {
    ...without(record, 'invitationId'),
    transfer: {
      id,
      version: draft.cursor,
      interactionId,
      target,
      by,
      startedAt,
      commandId,
      ...(traceparent && { traceparent }),
      route,
      endedAt: draft.at,
      ...ending,
    },
    candidates: [],
  });
  touch(draft, interaction);
  const acceptedBy = ending.state === 'accepted' ? ending.acceptedBy : undefined;
  if (!endedWithConversation(ending)) {
    append(draft, interactionId, {
      kind: 'event',
      event: ending.state,
      by,
      target,
      ...(acceptedBy && { acceptedBy }),
      ...(ending.state === 'failed' && { reason: ending.reason }),
    });
  }
  const notice = noticeOf(ending);
  if (notice) {
    const names = { customer: interaction.contact.name, target: (acceptedBy ?? target).name };
    postNotice(draft, by.id, ...notice, interactionId, names);
  }
}

/** The transfer under way of an interaction, if there is one. */
export function pendingTransferOf(state: CentreState, { transferId }: InteractionRecord): TransferRecord | undefined {
  const record = transferId ? get(state.transfers, transferId) : undefined;
  return record?.transfer.state === 'pending' ? record : undefined;
}

/** A target that has the conversation already: its owner, or its queue. */
function ownTarget(
  { kind, id }: TargetRef,
  { queueId }: InteractionRecord,
  agentId: string,
): TargetProblem | undefined {
  if (kind === 'agent' && id === agentId) return 'self';
  return kind === 'queue' && id === queueId ? 'ownQueue' : undefined;
}

function unavailable({ name }: TargetRef, problem: TargetProblem): Refusal {
  return refuse('target_unavailable', `${name}: ${problem}`, problem);
}

function noticeOf(ending: TransferEnding): [NoticeKind, Severity] | undefined {
  switch (ending.state) {
    case 'accepted':
      return ['transfer.accepted', 'done'];
    case 'declined':
      return ['transfer.declined', 'problem'];
    case 'expired':
      return ['transfer.expired', 'problem'];
    case 'cancelled':
      return undefined;
    case 'failed':
      return endedWithConversation(ending)
        ? ['conversation.ended', 'information']
        : [`transfer.failed.${ending.reason}`, 'problem'];
  }
}

/** The conversation's own end is told instead of the transfer's. */
function endedWithConversation(ending: TransferEnding): boolean {
  return ending.state === 'failed' && ending.reason === 'ended';
}
