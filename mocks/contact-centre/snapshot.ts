import { targetKinds } from '@baton/contracts';
import { Command } from '@baton/contracts/schemas';
import type { Agent, BackendCapabilities, MessagePage, SignInChoices, Snapshot } from '@baton/contracts';
import { openInvitationsOf, ownedBy } from './availability';
import { refuse } from './inputs';
import type { Answer } from './inputs';
import { interactionView, ownInteraction } from './interactions';
import { maxEndedTransfers, recentCommandsMs } from './limits';
import type { AgentRecord, CentreState } from './state';
import { find, get, refOf } from './state';
import { targetListsOf } from './target-lists';
import { pageOf } from './transcripts';

/** What this contact centre can do. */
export const capabilities: BackendCapabilities = {
  cancelPendingTransfer: true,
  declineReturnsToSender: 'yes',
  senderSeesOutcome: 'explicit',
  targetKinds: [...targetKinds],
  transferNote: true,
  declineReason: true,
  extendInvitation: true,
  timeToAnswer: true,
  inviteExpiry: 'server-known',
  notReadyReasons: ['lunch', 'break', 'training'],
  favourites: true,
  recents: true,
  targetAvailability: true,
  resume: 'replay',
  idempotentCommands: Command.options.map(({ entries }) => entries.type.literal),
};

/** Everything an agent's desktop needs to start, at the time `at`. */
export function snapshot(state: CentreState, agentId: string, at: number): Answer<Snapshot> {
  const agent = find(state.agents, agentId);
  if (!agent) return { ok: false, problem: refuse('not_found', `No agent "${agentId}"`) };
  const owned = ownedBy(state, agentId);
  const transfers = owned.flatMap(({ transferId }) => {
    const record = transferId ? get(state.transfers, transferId) : undefined;
    return record && !record.dismissed ? [record.transfer] : [];
  });
  return {
    ok: true,
    value: {
      v: 1,
      cursor: state.cursor,
      at,
      capabilities,
      agent: agentView(agent),
      interactions: owned.map((interaction) => interactionView(state, interaction, agent)),
      messages: owned.map((interaction) => pageOf(state, interaction.id)),
      transfers,
      endedTransfers: Object.values(state.transfers)
        .map(({ transfer }) => transfer)
        .filter((transfer) => transfer.by.id === agentId && !transfers.includes(transfer))
        .slice(-maxEndedTransfers)
        .map(({ commandId }) => commandId),
      invitations: openInvitationsOf(state, agentId).map((record) => record.invitation),
      notices: [...(find(state.notices, agentId) ?? [])],
      favourites: [...targetListsOf(state, agentId).favourites],
      recentCommands: (find(state.taken, agentId) ?? [])
        .filter((taken) => taken.at > at - recentCommandsMs)
        .map(({ command }) => command.commandId),
    },
  };
}

/** A page of an owned conversation that ends before index `before`; without it, its end. */
export function messages(
  state: CentreState,
  agentId: string,
  interactionId: string,
  { before, limit }: { before?: number; limit?: number },
): Answer<MessagePage> {
  const own = ownInteraction(state, agentId, interactionId);
  return own.ok ? { ok: true, value: pageOf(state, interactionId, before, limit) } : own;
}

/** Who can sign in. */
export function signInChoices(state: CentreState): SignInChoices {
  return {
    agents: Object.values(state.agents).map((agent) => ({
      ...refOf(agent),
      signedIn: agent.signedIn,
      ...(agent.description && { description: agent.description }),
    })),
  };
}

/** An agent as they see themselves. */
export function agentView({ id, name, version, presence, sms }: AgentRecord): Agent {
  return { id, name, version, presence, channels: sms ? [sms] : [] };
}
