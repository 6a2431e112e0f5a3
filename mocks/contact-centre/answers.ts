import type { CommandOf } from '@baton/contracts';
import { openInvitationsOf } from './availability';
import type { Draft } from './draft';
import { refuse } from './inputs';
import type { Answer, Refusal } from './inputs';
import { assign, touch } from './interactions';
import { endInvitation } from './invitations';
import type { InvitationRecord } from './state';
import { find, get, refOf, without } from './state';
import { deadlineFor } from './time-to-answer';
import { append } from './transcripts';
import type { TransferEnding } from './transfers';
import { concludeTransfer } from './transfers';

/** The invited agent takes over: the moment at which ownership moves. */
export function acceptInvitation(
  draft: Draft,
  agentId: string,
  { invitationId }: CommandOf<'acceptInvitation'>,
): Refusal | undefined {
  const own = openInvitation(draft, agentId, invitationId);
  if (!own.ok) return own.problem;
  const { transferId, invitation } = own.value;
  const agent = refOf(get(draft.state.agents, agentId));
  endInvitation(draft, own.value, 'accepted');
  if (transferId) {
    const record = get(draft.state.transfers, transferId);
    concludeTransfer(draft, record, { state: 'accepted', acceptedBy: agent });
    if (record.transfer.target.kind === 'queue')
      moveToQueue(draft, invitation.interactionId, record.transfer.target.id);
  } else {
    append(draft, invitation.interactionId, { kind: 'event', event: 'assigned', acceptedBy: agent });
  }
  assign(draft, invitation.interactionId, agentId, invitation.from);
  return undefined;
}

/** The invited agent says no. */
export function declineInvitation(
  draft: Draft,
  agentId: string,
  command: CommandOf<'declineInvitation'>,
): Refusal | undefined {
  const own = openInvitation(draft, agentId, command.invitationId);
  if (!own.ok) return own.problem;
  endInvitation(draft, own.value, 'declined');
  fallThrough(draft, own.value, { state: 'declined', ...(command.reason && { reason: command.reason }) });
  return undefined;
}

/** The invited agent asks for more time: the deadline becomes a full one from now, unless it is later already. */
export function extendInvitation(
  draft: Draft,
  agentId: string,
  { invitationId }: CommandOf<'extendInvitation'>,
): Refusal | undefined {
  const own = openInvitation(draft, agentId, invitationId);
  if (!own.ok) return own.problem;
  const { transferId, invitation } = own.value;
  if (invitation.state !== 'offered' || invitation.extensionsLeft === 0)
    return refuse('invalid_state', 'No more extensions are left');
  if (invitation.expiresAt === null) return refuse('invalid_state', 'There is no deadline to extend');
  const full = deadlineFor(get(draft.state.agents, agentId), draft.at);
  const expiresAt = full === null ? null : Math.max(full, invitation.expiresAt);
  draft.put('invitations', invitationId, {
    ...own.value,
    invitation: { ...invitation, version: draft.cursor, expiresAt, extensionsLeft: invitation.extensionsLeft - 1 },
  });
  const record = transferId ? get(draft.state.transfers, transferId) : undefined;
  if (record?.transfer.state === 'pending') {
    const { transfer } = record;
    draft.put('transfers', transfer.id, {
      ...record,
      transfer: { ...transfer, version: draft.cursor, expiresAt, extensions: transfer.extensions + 1 },
    });
  }
  return undefined;
}

/** Nobody answered before the deadline. The agent stays ready. */
export function expireInvitation(draft: Draft, record: InvitationRecord): void {
  endInvitation(draft, record, 'expired');
  fallThrough(draft, record, { state: 'expired' });
}

/** Takes back every offer to an agent who has become unable to accept. */
export function revokeInvitations(
  draft: Draft,
  agentId: string,
  reason: 'offline' | 'statusUnknown' | 'notReady',
): void {
  for (const record of openInvitationsOf(draft.state, agentId)) {
    endInvitation(draft, record, 'revoked', reason);
    fallThrough(draft, record, { state: 'failed', reason });
  }
}

/** An offer came to nothing: one agent's transfer ends with it, a pool or a queue asks the next. */
function fallThrough(
  draft: Draft,
  { agentId, transferId, invitation }: InvitationRecord,
  ending: TransferEnding,
): void {
  if (!transferId) {
    const interaction = get(draft.state.interactions, invitation.interactionId);
    touch(draft, { ...interaction, passedBy: [...interaction.passedBy, agentId] });
    return;
  }
  const record = get(draft.state.transfers, transferId);
  if (record.transfer.target.kind === 'agent') concludeTransfer(draft, record, ending);
  else draft.put('transfers', transferId, without(record, 'invitationId'));
}

function openInvitation(draft: Draft, agentId: string, invitationId: string): Answer<InvitationRecord> {
  const record = find(draft.state.invitations, invitationId);
  if (!record) return { ok: false, problem: refuse('not_found', `No invitation "${invitationId}"`) };
  if (record.agentId !== agentId)
    return { ok: false, problem: refuse('forbidden', 'The invitation is for somebody else') };
  if (isOver(record, draft.at)) return { ok: false, problem: refuse('gone', 'The invitation has ended') };
  return { ok: true, value: record };
}

/** The deadline counts from its very millisecond, whether or not anybody has swept up yet. */
function isOver({ invitation }: InvitationRecord, at: number): boolean {
  return invitation.state === 'ended' || (invitation.expiresAt !== null && invitation.expiresAt <= at);
}

function moveToQueue(draft: Draft, interactionId: string, queueId: string): void {
  touch(draft, { ...get(draft.state.interactions, interactionId), queueId });
}
