import { targetKey } from '@baton/contracts';
import { ableMembers, ownedBy } from './availability';
import { owners } from './interactions';
import { openInvitationsTo } from './invitations';
import type { CentreState } from './state';
import { find, get } from './state';

/** What must be true after every step. Throws an error that names everything that is not. */
export function checkInvariants(state: CentreState): void {
  const broken = [
    ...ownership(state),
    ...hangingOffers(state),
    ...hangingTransfers(state),
    ...forgottenInQueues(state),
    ...transcriptOrder(state),
  ];
  if (broken.length > 0)
    throw new Error(`The contact centre is broken at cursor ${state.cursor}: ${broken.join('; ')}`);
}

function* ownership(state: CentreState): Generator<string> {
  const waiting = Object.values(state.pools).flatMap((pool) =>
    pool.kind === 'queue' ? pool.waiting.map((id) => ({ id, queueId: pool.id })) : [],
  );
  for (const [id, owner] of Object.entries(owners(state))) {
    const queues = waiting.filter((entry) => entry.id === id).map((entry) => entry.queueId);
    const expected = owner.kind === 'queue' ? [owner.id] : [];
    if (queues.join() !== expected.join())
      yield `${id} is owned by ${owner.kind} ${owner.id} and waits in [${queues.join()}]`;
    if (owner.kind === 'agent' && !find(state.agents, owner.id)) yield `${id} is owned by an unknown agent ${owner.id}`;
    if (owner.kind === 'queue' && get(state.interactions, id).transferId)
      yield `${id} waits in a queue with a transfer`;
  }
  for (const { id } of waiting) {
    if (get(state.interactions, id).state !== 'active') yield `${id} waits in a queue and is not active`;
  }
  for (const agent of Object.values(state.agents)) {
    const owned = ownedBy(state, agent.id).length;
    if (owned > agent.capacity) yield `${agent.id} owns ${owned} of at most ${agent.capacity}`;
  }
}

function* hangingOffers(state: CentreState): Generator<string> {
  for (const { agentId, transferId, invitation } of Object.values(state.invitations)) {
    if (invitation.state === 'ended') continue;
    const interaction = get(state.interactions, invitation.interactionId);
    const agent = get(state.agents, agentId);
    if (!agent.signedIn) yield `${invitation.id} is offered to ${agentId}, who is signed out`;
    // What was offered before stays: its card is in front of the agent, who may be about to accept.
    if (agent.presence.state === 'afterCallWork' && invitation.offeredAt > agent.presence.since)
      yield `${invitation.id} was offered to ${agentId} in after-call work`;
    if (!agent.reachable) yield `${invitation.id} is offered to ${agentId}, who cannot be reached`;
    if (agent.sms?.state !== 'ready') yield `${invitation.id} is offered to ${agentId}, who is not ready`;
    if (interaction.state !== 'active')
      yield `${invitation.id} offers ${interaction.id}, which is ${interaction.state}`;
    if (openInvitationsTo(state, interaction.id).length > 1) yield `${interaction.id} is offered twice`;
    if (
      interaction.owner.kind === 'queue'
        ? transferId
        : get(state.transfers, transferId ?? '').invitationId !== invitation.id
    ) {
      yield `${invitation.id} has not been made for the owner of ${interaction.id}`;
    }
  }
}

function* hangingTransfers(state: CentreState): Generator<string> {
  for (const { transfer, invitationId } of Object.values(state.transfers)) {
    const asked = transfer.route.filter((step) => step.state === 'offered').map((step) => step.agent.id);
    const invited = invitationId ? [get(state.invitations, invitationId).agentId] : [];
    if (asked.join() !== invited.join())
      yield `${transfer.id} tells that [${asked.join()}] are asked and is offered to [${invited.join()}]`;
    if (transfer.state !== 'pending') {
      if (invitationId) yield `${transfer.id} has ended and is offered`;
      continue;
    }
    const interaction = get(state.interactions, transfer.interactionId);
    const offered = invitationId ? get(state.invitations, invitationId).invitation : undefined;
    if (offered?.state !== 'offered') yield `${transfer.id} is pending and offered to nobody`;
    else if (offered.expiresAt !== transfer.expiresAt) yield `${transfer.id} has another deadline than its offer`;
    if (interaction.transferId !== transfer.id)
      yield `${transfer.id} is pending beside another transfer of ${interaction.id}`;
    if (interaction.owner.kind !== 'agent' || interaction.owner.id !== transfer.by.id)
      yield `${transfer.id} is pending and its sender is not the owner`;
    if (transfer.target.kind !== 'agent' && !find(state.pools, targetKey(transfer.target)))
      yield `${transfer.id} goes to no pool`;
  }
}

function* forgottenInQueues(state: CentreState): Generator<string> {
  for (const pool of Object.values(state.pools)) {
    if (pool.kind !== 'queue') continue;
    for (const id of pool.waiting.filter((waiting) => openInvitationsTo(state, waiting).length === 0)) {
      const free = ableMembers(state, pool).find((agent) => !get(state.interactions, id).passedBy.includes(agent.id));
      if (free) yield `${id} waits in ${pool.id} and is not offered to ${free.id}, who is free`;
    }
  }
}

function* transcriptOrder(state: CentreState): Generator<string> {
  for (const [id, transcript] of Object.entries(state.transcripts)) {
    if (transcript.some((message, index) => message.index !== index)) yield `the transcript of ${id} has gaps`;
  }
}
