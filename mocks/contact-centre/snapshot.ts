import { targetKinds } from '@baton/contracts';
import { Command } from '@baton/contracts/schemas';
import type { Agent, BackendCapabilities, SignInChoices, Snapshot } from '@baton/contracts';
import { openInvitationsOf, ownedBy } from './availability';
import { isGenerated } from './generated-agents';
import { refuse } from './inputs';
import type { Answer } from './inputs';
import { interactionView } from './interactions';
import { maxEndedTransfers, maxListedMoved, recentCommandsMs } from './limits';
import { listed } from './lists';
import type { AgentRecord, CentreState, TransferRecord } from './state';
import { sendersOf } from './outbound';
import { notReadyReasons } from './readiness';
import { refOf } from './state';
import { find, get, rowsOf } from './table';
import { targetListsOf } from './target-lists';
import { pageOf } from './transcripts';

/** What this contact centre can do. `targetAvailability` depends on the seed. */
const capabilities: Omit<BackendCapabilities, 'targetAvailability'> = {
  cancelPendingTransfer: true,
  redirectTransfer: true,
  declineReturnsToSender: 'yes',
  senderSeesOutcome: 'explicit',
  targetKinds: [...targetKinds],
  returnInteraction: true,
  transferNote: true,
  declineReason: true,
  extendInvitation: true,
  timeToAnswer: true,
  inviteExpiry: 'serverKnown',
  readiness: 'channel',
  notReadyReasons,
  earlierInteractions: true,
  interactionNotes: true,
  favourites: true,
  recents: true,
  idempotentCommands: Command.options.map(({ entries }) => entries.type.literal),
};

function capabilitiesOf(state: CentreState, agent: AgentRecord): BackendCapabilities {
  const { directory, quirks } = state;
  const senders = sendersOf(state, agent);
  return {
    ...capabilities,
    targetAvailability: directory.availability,
    ...(senders.length > 0 && { startInteraction: true, senders }),
    ...(quirks.placesInQueues && { handsOverAtOnce: ['queue'] }),
  };
}

/** Everything an agent's desktop needs to start, at the time `at`. */
export function snapshot(state: CentreState, agentId: string, at: number): Answer<Snapshot> {
  const agent = find(state.agents, agentId);
  if (!agent) return { ok: false, problem: refuse('not_found', `No agent "${agentId}"`) };
  const owned = ownedBy(state, agentId);
  const ended = listed(state, 'endedTransfers', agentId).map((id) => get(state.transfers, id));
  const shown = [
    ...owned.flatMap(({ transferId, receivedBy }) =>
      [transferId, receivedBy].map((id) => (id === undefined ? undefined : get(state.transfers, id))),
    ),
    ...ended.filter(({ transfer }) => hasLeft(transfer)).slice(-maxListedMoved),
  ];
  const transfers = [
    ...new Set(shown.flatMap((record) => (record && !isDismissedBy(record, agentId) ? [record.transfer] : []))),
  ];
  return {
    ok: true,
    value: {
      v: 1,
      cursor: state.cursor,
      at,
      capabilities: capabilitiesOf(state, agent),
      agent: agentView(agent),
      interactions: owned.map((interaction) => interactionView(state, interaction, agent)),
      messages: owned.map((interaction) => pageOf(state, interaction.id)),
      transfers,
      endedTransfers: ended
        .map(({ transfer }) => transfer)
        .filter((transfer) => !transfers.includes(transfer))
        .slice(-maxEndedTransfers)
        .map(({ commandId }) => commandId),
      invitations: openInvitationsOf(state, agentId).map((record) => record.invitation),
      notices: [...(find(state.notices, agentId) ?? [])],
      favourites: [...targetListsOf(state, agentId).favourites],
      recentCommands: (find(state.commandLog, agentId) ?? [])
        .filter((logged) => logged.at > at - recentCommandsMs)
        .map(({ command }) => command.commandId),
    },
  };
}

/** Only the sender can dismiss an outcome; the agent who received the conversation still gets the transfer. */
function isDismissedBy({ transfer, dismissedAt }: TransferRecord, agentId: string): boolean {
  return dismissedAt !== undefined && transfer.by.id === agentId;
}

function hasLeft({ state }: TransferRecord['transfer']): boolean {
  return state === 'accepted' || state === 'handedOver';
}

/** The agents who can sign in; generated ones are played by no person. */
export function signInChoices(state: CentreState): SignInChoices {
  return {
    agents: rowsOf(state.agents, (id) => !isGenerated(id)).map((agent) => ({
      ...refOf(agent),
      signedIn: agent.signedIn,
      ...(agent.description && { description: agent.description }),
    })),
  };
}

/** An agent as they see themselves. */
export function agentView({ id, name, version, presence, sms, capacity, privileges }: AgentRecord): Agent {
  return {
    id,
    name,
    version,
    presence,
    channels: sms ? [{ ...sms, capacity }] : [],
    ...(privileges && { privileges }),
  };
}
