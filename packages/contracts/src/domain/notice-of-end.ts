import type { Invitation } from './invitation';
import type { NoticeContent } from './notice';
import type { UnknownWord } from './open-set';
import type { Transfer, UnknownTransfer } from './transfer';

/** The notice for the sender of a transfer that has ended; undefined when the sender knows already. */
export function noticeOfTransfer(transfer: Transfer, customer?: string): NoticeContent | undefined {
  const { interactionId, target } = transfer;
  const about = { interactionId, ...(customer !== undefined && { customer }) };
  switch (transfer.state) {
    case 'accepted':
      return { kind: 'transfer.accepted', severity: 'done', ...about, acceptedBy: transfer.acceptedBy };
    case 'handedOver':
      return { kind: 'transfer.handedOver', severity: 'done', ...about, target };
    case 'declined': {
      const { reason } = transfer;
      return {
        kind: 'transfer.declined',
        severity: 'problem',
        ...about,
        target,
        ...(reason !== undefined && { reason }),
      };
    }
    case 'expired':
    case 'notAccepted':
      return { kind: `transfer.${transfer.state}`, severity: 'problem', ...about, target };
    case 'failed':
      // The end of the conversation is reported instead of the transfer's.
      return transfer.reason === 'ended'
        ? { kind: 'conversation.ended', severity: 'information', ...about }
        : { kind: 'transfer.failed', severity: 'problem', ...about, target, reason: transfer.reason };
    case 'pending':
    case 'cancelled':
      return undefined;
    default:
      // No notice for an unknown end. Does not compile while a known state has no case.
      return void (transfer satisfies UnknownTransfer);
  }
}

/** The notice for the invited agent of an invitation that has ended; undefined when the agent knows already. */
export function noticeOfInvitation(invitation: Invitation): NoticeContent | undefined {
  if (invitation.state !== 'ended') return undefined;
  const { interactionId, contact, from, outcome } = invitation;
  const about = { interactionId, ...(contact.name !== undefined && { customer: contact.name }) };
  const offer = { ...about, ...(from && { from }) };
  switch (outcome) {
    case 'accepted':
      return invitation.kind === 'inbound' ? undefined : { kind: 'transfer.received', severity: 'done', ...offer };
    case 'expired':
      return { kind: 'invitation.missed', severity: 'warning', ...offer };
    case 'withdrawn':
      return { kind: 'invitation.withdrawn', severity: 'information', ...offer };
    case 'revoked':
      return { kind: 'invitation.revoked', severity: 'information', ...offer };
    case 'conversationEnded':
      return { kind: 'conversation.ended', severity: 'information', ...about };
    case 'declined':
      return undefined;
    default:
      return void (outcome satisfies UnknownWord);
  }
}
