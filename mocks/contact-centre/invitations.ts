import type {
  AgentRef,
  Contact,
  Invitation,
  InvitationOutcome,
  NoticeKind,
  Severity,
  TransferFailure,
} from '@baton/contracts';
import type { Draft } from './draft';
import { maxExtensions } from './limits';
import { postNotice } from './notices';
import type { AgentRecord, CentreState, InteractionRecord, InvitationRecord } from './state';
import { get, queueOf } from './state';
import { deadlineFor } from './time-to-answer';
import { customerSide } from './transcripts';

/** What an offer is made for: a colleague's transfer, or without one a queue. */
export interface TransferOffer {
  readonly transferId: string;
  readonly from: AgentRef;
  readonly note?: string;
  readonly traceparent?: string;
}

/** Offers an interaction to an agent; returns the invitation. */
export function offer(
  draft: Draft,
  interaction: InteractionRecord,
  agent: AgentRecord,
  transfer?: TransferOffer,
): Invitation {
  const { lastMessage, waitingSince = draft.at } = customerSide(draft.state, interaction.id);
  const invitation: Invitation = {
    state: 'offered',
    id: draft.nextId('invitation'),
    version: draft.cursor,
    interactionId: interaction.id,
    kind: transfer ? 'transfer' : 'inbound',
    ...(transfer && { from: transfer.from }),
    contact: interaction.contact,
    ...routingFacts(draft.state, interaction),
    waitingSince,
    ...(lastMessage && { lastMessage }),
    ...(transfer?.note && { note: transfer.note }),
    ...(transfer?.traceparent && { traceparent: transfer.traceparent }),
    offeredAt: draft.at,
    expiresAt: deadlineFor(agent, draft.at),
    extensionsLeft: maxExtensions,
  };
  draft.put('invitations', invitation.id, {
    agentId: agent.id,
    ...(transfer && { transferId: transfer.transferId }),
    invitation,
  });
  return invitation;
}

/**
 * Ends an open offer, and with it the step of the transfer that it was made for.
 * Tells the invited agent in My Messages where they should know.
 */
export function endInvitation(
  draft: Draft,
  record: InvitationRecord,
  outcome: InvitationOutcome,
  reason?: TransferFailure,
): void {
  if (record.invitation.state === 'ended') return;
  const { expiresAt: _, extensionsLeft: __, ...about } = record.invitation;
  const invitation: Invitation = { ...about, state: 'ended', version: draft.cursor, outcome, endedAt: draft.at };
  draft.put('invitations', invitation.id, { ...record, invitation });
  if (record.transferId) endStep(draft, record.transferId, outcome, reason);
  const notice = noticeOf(outcome, invitation);
  if (notice) postNotice(draft, record.agentId, ...notice, invitation.interactionId, namesIn(invitation));
}

function endStep(draft: Draft, transferId: string, state: InvitationOutcome, reason?: TransferFailure): void {
  const record = get(draft.state.transfers, transferId);
  const { transfer } = record;
  const route = transfer.route.map((step) =>
    step.state === 'offered' ? { ...step, state, ...(reason && { reason }), at: draft.at } : step,
  );
  draft.put('transfers', transferId, { ...record, transfer: { ...transfer, version: draft.cursor, route } });
}

/** Shows whoever is invited to an interaction what the customer has written meanwhile. */
export function updateInvitations(draft: Draft, interactionId: string): void {
  for (const record of openInvitationsTo(draft.state, interactionId)) {
    draft.put('invitations', record.invitation.id, {
      ...record,
      invitation: { ...record.invitation, ...customerSide(draft.state, interactionId), version: draft.cursor },
    });
  }
}

/** Ends every offer of an interaction. */
export function endInvitationsTo(draft: Draft, interactionId: string, outcome: InvitationOutcome): void {
  for (const record of openInvitationsTo(draft.state, interactionId)) endInvitation(draft, record, outcome);
}

/** Offers of an interaction that wait for an answer. */
export function openInvitationsTo(state: CentreState, interactionId: string): InvitationRecord[] {
  return Object.values(state.invitations).filter(
    ({ invitation }) => invitation.state === 'offered' && invitation.interactionId === interactionId,
  );
}

/** What routing says about an interaction, as far as it is known. */
export function routingFacts(state: CentreState, { queueId, segment, priority }: InteractionRecord) {
  const { id, name } = queueOf(state, queueId);
  return { queue: { id, name }, ...(segment && { segment }), ...(priority && { priority }) };
}

function noticeOf(outcome: InvitationOutcome, { kind }: Invitation): [NoticeKind, Severity] | undefined {
  switch (outcome) {
    case 'accepted':
      return kind === 'transfer' ? ['transfer.received', 'done'] : undefined;
    case 'declined':
      return undefined;
    case 'expired':
      return ['invitation.missed', 'warning'];
    case 'withdrawn':
      return ['invitation.withdrawn', 'information'];
    case 'revoked':
      return ['invitation.revoked', 'information'];
    case 'conversationEnded':
      return ['conversation.ended', 'information'];
  }
}

function namesIn({ from, contact }: { from?: AgentRef; contact: Contact }): Record<string, string> {
  return { customer: contact.name, ...(from && { agent: from.name }) };
}
