import type { AgentRef, CommandOf, Invitation, InvitationOutcome, Known, TransferFailure } from '@baton/contracts';
import { noticeOfInvitation } from '@baton/contracts';
import type { Transaction } from './transaction';
import { maxExtensions, offerMs } from './limits';
import { listed } from './lists';
import { postNotice } from './notices';
import type { AgentRecord, CentreState, InteractionRecord, InvitationRecord } from './state';
import { queueOf } from './state';
import { get } from './table';
import { customerFacts } from './transcripts';
import { invitationTransitions } from './transitions';

/** The transfer that an offer is made for. An offer without one comes from a queue. */
export interface TransferOffer {
  readonly transferId: string;
  readonly from: AgentRef;
  readonly note?: string;
  readonly isReturn?: true;
  readonly traceparent?: string;
}

/** Offers an interaction to an agent; returns the invitation. */
export function offer(
  tx: Transaction,
  interaction: InteractionRecord,
  agent: AgentRecord,
  transfer?: TransferOffer,
): Invitation {
  const { lastMessage, waitingSince = tx.at, consent } = customerFacts(tx.state, interaction.id);
  const invitation: Invitation = {
    state: 'offered',
    id: tx.nextId('invitation'),
    version: tx.cursor,
    interactionId: interaction.id,
    kind: transfer?.isReturn ? 'return' : transfer ? 'transfer' : 'inbound',
    ...(transfer && { from: transfer.from }),
    contact: interaction.contact,
    ...routingFacts(tx.state, interaction),
    waitingSince,
    consent,
    ...(lastMessage && { lastMessage }),
    ...(transfer?.note && { note: transfer.note }),
    ...(transfer?.traceparent && { traceparent: transfer.traceparent }),
    offeredAt: tx.at,
    expiresAt: deadlineFor(agent, tx.at),
    extensionsLeft: maxExtensions,
  };
  tx.put('invitations', invitation.id, {
    agentId: agent.id,
    ...(transfer && { transferId: transfer.transferId }),
    invitation,
  });
  return invitation;
}

/** Sets how much time an agent has for new offers; open offers keep their deadline. */
export function setTimeToAnswer(tx: Transaction, agentId: string, { factor }: CommandOf<'setTimeToAnswer'>): void {
  tx.put('agents', agentId, { ...get(tx.state.agents, agentId), timeToAnswer: factor });
}

/** When an offer to an agent expires; null for agents without a limit. */
export function deadlineFor({ timeToAnswer = 1 }: AgentRecord, at: number): number | null {
  return timeToAnswer === 0 ? null : at + offerMs * timeToAnswer;
}

/**
 * Ends an open offer, and with it the step of the transfer that it was made for.
 * Posts a notice to the invited agent where the outcome asks for one.
 */
export function endInvitation(
  tx: Transaction,
  record: InvitationRecord,
  outcome: Known<InvitationOutcome>,
  reason?: Known<TransferFailure>,
): void {
  if (record.invitation.state === 'ended') return;
  const { to } = invitationTransitions.offered[outcome];
  const { expiresAt: _, extensionsLeft: __, ...about } = record.invitation;
  const invitation: Invitation = { ...about, state: to, version: tx.cursor, outcome, endedAt: tx.at };
  tx.put('invitations', invitation.id, { ...record, invitation });
  if (record.transferId) endStep(tx, record.transferId, outcome, reason);
  const notice = noticeOfInvitation(invitation);
  if (notice) postNotice(tx, record.agentId, { ...notice, ...statusAfter(tx.state, outcome) });
}

/** An agent who has missed an invitation is Not Ready then, in a contact centre that sets them so. */
function statusAfter({ quirks }: CentreState, outcome: Known<InvitationOutcome>): { status?: 'notReady' } {
  return outcome === 'expired' && quirks.setsNotReadyWhenMissed ? { status: 'notReady' } : {};
}

function endStep(tx: Transaction, transferId: string, state: InvitationOutcome, reason?: Known<TransferFailure>): void {
  const record = get(tx.state.transfers, transferId);
  const { transfer } = record;
  const route = transfer.route.map((step) =>
    step.state === 'offered' ? { ...step, state, ...(reason && { reason }), at: tx.at } : step,
  );
  tx.put('transfers', transferId, { ...record, transfer: { ...transfer, version: tx.cursor, route } });
}

/** Updates the invitations to an interaction with the customer's latest text. */
export function updateInvitations(tx: Transaction, interactionId: string): void {
  for (const record of openInvitationsTo(tx.state, interactionId)) {
    tx.put('invitations', record.invitation.id, {
      ...record,
      invitation: { ...record.invitation, ...customerFacts(tx.state, interactionId), version: tx.cursor },
    });
  }
}

/** Ends every offer of an interaction. */
export function endInvitationsTo(tx: Transaction, interactionId: string, outcome: Known<InvitationOutcome>): void {
  for (const record of openInvitationsTo(tx.state, interactionId)) endInvitation(tx, record, outcome);
}

/** Offers of an interaction that wait for an answer. */
export function openInvitationsTo(state: CentreState, interactionId: string): InvitationRecord[] {
  return listed(state, 'offers', interactionId).map((id) => get(state.invitations, id));
}

/** What routing knows of an interaction. */
export function routingFacts(state: CentreState, record: InteractionRecord) {
  const { queueId, segment, priority, language, caseData } = record;
  const { id, name } = queueOf(state, queueId);
  return {
    queue: { id, name },
    ...(segment && { segment }),
    ...(priority && { priority }),
    ...(language && { language }),
    ...(caseData && { caseData }),
  };
}
