import { knownOr } from '@baton/contracts';
import type { HostContext, Invitation, Known, Severity } from '@baton/contracts';
import type { TextId } from '../texts';

/** Values that the texts about an invitation are filled with. */
export function namesOf({ from, contact }: Pick<Invitation, 'from' | 'contact'>): {
  agent: string;
  customer: string | undefined;
} {
  return { agent: from?.name ?? '', customer: contact.name };
}

/** The kind of an invitation, as ids of texts end in it. */
export function kindOf({ kind }: Pick<Invitation, 'kind'>): 'transfer' | 'return' | 'inbound' | 'other' {
  return knownOr(kind, 'other');
}

/** Whether the customer has opted out: as the backend says, else by what they wrote last. */
export function hasOptedOut(
  { consent, lastMessage }: Pick<Invitation, 'consent' | 'lastMessage'>,
  { readConsent }: Pick<HostContext, 'readConsent'>,
): boolean {
  if (consent) return consent.state === 'optedOut';
  return lastMessage !== undefined && readConsent?.(lastMessage.text)?.act === 'optOut';
}

/** An invitation that can no longer be answered. */
export type EndedInvitation = Exclude<Invitation, { state: 'offered' }>;

/** How an invitation ended, for the invited agent: its severity and its text. `isOwn`: accepted in this window. */
export function outcomeOf(invitation: EndedInvitation, isOwn: boolean): { severity: Known<Severity>; text: TextId } {
  const kind = kindOf(invitation);
  switch (invitation.outcome) {
    case 'accepted':
      return { severity: 'done', text: isOwn ? 'preview.acceptedHere' : 'preview.acceptedElsewhere' };
    case 'declined':
      return { severity: 'done', text: kind === 'other' ? 'preview.gone.other' : `preview.rejected.${kind}` };
    case 'expired':
      return { severity: 'warning', text: missed[kind] };
    case 'withdrawn':
      return { severity: 'information', text: kind === 'transfer' ? 'invitation.withdrawn' : `preview.gone.${kind}` };
    case 'revoked':
      return { severity: 'information', text: kind === 'transfer' ? 'invitation.revoked' : `preview.gone.${kind}` };
    case 'conversationEnded':
      return { severity: 'information', text: 'conversation.ended' };
    default:
      return { severity: 'information', text: 'preview.gone.other' };
  }
}

const missed = {
  transfer: 'invitation.missed',
  return: 'invitation.missed',
  inbound: 'preview.missed.inbound',
  other: 'preview.gone.other',
} as const;
