import type { CommandOf } from '@baton/contracts';
import { openInvitationsOf } from './availability';
import type { Transaction } from './transaction';
import { refuse } from './inputs';
import type { Answer, Refusal } from './inputs';
import { assign, touch } from './interactions';
import { deadlineFor, endInvitation } from './invitations';
import type { InvitationRecord } from './state';
import { refOf, without } from './state';
import { find, get } from './table';
import { append } from './transcripts';
import type { Conclusion } from './transfers';
import { concludeTransfer } from './transfers';

/** The invited agent accepts: the only moment at which ownership moves between agents. */
export function acceptInvitation(
  tx: Transaction,
  agentId: string,
  { invitationId }: CommandOf<'acceptInvitation'>,
): Refusal | undefined {
  const own = openInvitation(tx, agentId, invitationId);
  if (!own.ok) return own.problem;
  const { transferId, invitation } = own.value;
  const agent = refOf(get(tx.state.agents, agentId));
  endInvitation(tx, own.value, 'accepted');
  if (transferId) {
    const record = get(tx.state.transfers, transferId);
    concludeTransfer(tx, record, { happens: 'accepted', acceptedBy: agent });
    if (record.transfer.target.kind === 'queue') moveToQueue(tx, invitation.interactionId, record.transfer.target.id);
  } else {
    append(tx, invitation.interactionId, { kind: 'event', event: 'assigned', acceptedBy: agent });
  }
  const { from, note } = invitation;
  assign(
    tx,
    invitation.interactionId,
    agentId,
    from && transferId
      ? { receivedFrom: from, receivedBy: transferId, ...(note && { handover: { note } }) }
      : undefined,
  );
  return undefined;
}

/** The invited agent declines. */
export function declineInvitation(
  tx: Transaction,
  agentId: string,
  command: CommandOf<'declineInvitation'>,
): Refusal | undefined {
  const own = openInvitation(tx, agentId, command.invitationId);
  if (!own.ok) return own.problem;
  if (get(tx.state.agents, agentId).privileges?.reject === false)
    return refuse('forbidden', 'The role of the agent does not allow declining');
  endInvitation(tx, own.value, 'declined');
  offerNotTaken(tx, own.value, { happens: 'declined', ...(command.reason && { reason: command.reason }) });
  return undefined;
}

/** The invited agent asks for more time: the full time starts again, unless the deadline is later already. */
export function extendInvitation(
  tx: Transaction,
  agentId: string,
  { invitationId }: CommandOf<'extendInvitation'>,
): Refusal | undefined {
  const own = openInvitation(tx, agentId, invitationId);
  if (!own.ok) return own.problem;
  const { transferId, invitation } = own.value;
  if (invitation.state !== 'offered' || invitation.extensionsLeft === 0)
    return refuse('invalid_state', 'No more extensions are left');
  if (invitation.expiresAt === null) return refuse('invalid_state', 'There is no deadline to extend');
  const full = deadlineFor(get(tx.state.agents, agentId), tx.at);
  const expiresAt = full === null ? null : Math.max(full, invitation.expiresAt);
  tx.put('invitations', invitationId, {
    ...own.value,
    invitation: { ...invitation, version: tx.cursor, expiresAt, extensionsLeft: invitation.extensionsLeft - 1 },
  });
  const record = transferId ? get(tx.state.transfers, transferId) : undefined;
  if (record?.transfer.state === 'pending') {
    const { transfer } = record;
    tx.put('transfers', transfer.id, {
      ...record,
      transfer: { ...transfer, version: tx.cursor, expiresAt, extensions: transfer.extensions + 1 },
    });
  }
  return undefined;
}

/** The deadline has passed without an answer. */
export function expireInvitation(tx: Transaction, record: InvitationRecord): void {
  endInvitation(tx, record, 'expired');
  offerNotTaken(tx, record, { happens: 'expired' });
}

/** Revokes every offer to an agent who can no longer accept. */
export function revokeInvitations(
  tx: Transaction,
  agentId: string,
  reason: 'offline' | 'statusUnknown' | 'notReady',
): void {
  for (const record of openInvitationsOf(tx.state, agentId)) {
    endInvitation(tx, record, 'revoked', reason);
    offerNotTaken(tx, record, { happens: 'revoked', reason });
  }
}

/** An offer ended without being accepted: a transfer to an agent ends with it, a pool or a queue asks the next agent. */
function offerNotTaken(
  tx: Transaction,
  { agentId, transferId, invitation }: InvitationRecord,
  conclusion: Conclusion,
): void {
  if (!transferId) {
    const interaction = get(tx.state.interactions, invitation.interactionId);
    touch(tx, { ...interaction, passedBy: [...interaction.passedBy, agentId] });
    return;
  }
  const record = get(tx.state.transfers, transferId);
  if (record.transfer.target.kind === 'agent')
    concludeTransfer(tx, record, tx.state.quirks.hidesReasons ? { happens: 'unexplained' } : conclusion);
  else tx.put('transfers', transferId, without(record, 'invitationId'));
}

function openInvitation(tx: Transaction, agentId: string, invitationId: string): Answer<InvitationRecord> {
  const record = find(tx.state.invitations, invitationId);
  if (!record) return { ok: false, problem: refuse('not_found', `No invitation "${invitationId}"`) };
  if (record.agentId !== agentId)
    return { ok: false, problem: refuse('forbidden', 'The invitation is for another agent') };
  if (hasEnded(record, tx.at)) return { ok: false, problem: refuse('gone', 'The invitation has ended') };
  return { ok: true, value: record };
}

/** The deadline counts from its millisecond, even if `expireInvitation` has not run yet. */
function hasEnded({ invitation }: InvitationRecord, at: number): boolean {
  return invitation.state !== 'offered' || (invitation.expiresAt !== null && invitation.expiresAt <= at);
}

function moveToQueue(tx: Transaction, interactionId: string, queueId: string): void {
  touch(tx, { ...get(tx.state.interactions, interactionId), queueId });
}
