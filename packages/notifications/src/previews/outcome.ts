import type { Invitation, Severity } from '@baton/contracts';
import type { TextId } from '../texts';

/** An invitation that is over. */
export type EndedInvitation = Extract<Invitation, { state: 'ended' }>;

/** How an invitation ended, for the invited agent: how grave it is, and in which words. `isOwn`: accepted in this window. */
export function outcomeOf({ outcome, kind }: EndedInvitation, isOwn: boolean): { severity: Severity; text: TextId } {
  const inbound = kind === 'inbound';
  switch (outcome) {
    case 'accepted':
      return { severity: 'done', text: isOwn ? 'preview.acceptedHere' : 'preview.acceptedElsewhere' };
    case 'declined':
      return { severity: 'done', text: `preview.rejected.${kind}` };
    case 'expired':
      return { severity: 'warning', text: inbound ? 'preview.missed.inbound' : 'invitation.missed' };
    case 'withdrawn':
      return { severity: 'information', text: inbound ? 'preview.gone.inbound' : 'invitation.withdrawn' };
    case 'revoked':
      return { severity: 'information', text: inbound ? 'preview.gone.inbound' : 'invitation.revoked' };
    case 'conversationEnded':
      return { severity: 'information', text: 'conversation.ended' };
  }
}
