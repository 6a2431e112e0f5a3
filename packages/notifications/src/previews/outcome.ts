import type { Invitation, Known, Severity } from '@baton/contracts';
import type { TextId } from '../texts';
import { wayOf } from './invitation-texts';

/** An invitation that can no longer be answered. */
export type EndedInvitation = Exclude<Invitation, { state: 'offered' }>;

const missed = {
  transfer: 'invitation.missed',
  return: 'invitation.missed',
  inbound: 'preview.missed.inbound',
  other: 'preview.gone.other',
} as const;

/** How an invitation ended, for the invited agent: how grave it is, and in which words. `isOwn`: accepted in this window. */
export function outcomeOf(invitation: EndedInvitation, isOwn: boolean): { severity: Known<Severity>; text: TextId } {
  const way = wayOf(invitation);
  switch (invitation.outcome) {
    case 'accepted':
      return { severity: 'done', text: isOwn ? 'preview.acceptedHere' : 'preview.acceptedElsewhere' };
    case 'declined':
      return { severity: 'done', text: way === 'other' ? 'preview.gone.other' : `preview.rejected.${way}` };
    case 'expired':
      return { severity: 'warning', text: missed[way] };
    case 'withdrawn':
      return { severity: 'information', text: way === 'transfer' ? 'invitation.withdrawn' : `preview.gone.${way}` };
    case 'revoked':
      return { severity: 'information', text: way === 'transfer' ? 'invitation.revoked' : `preview.gone.${way}` };
    case 'conversationEnded':
      return { severity: 'information', text: 'conversation.ended' };
    default:
      return { severity: 'information', text: 'preview.gone.other' };
  }
}
