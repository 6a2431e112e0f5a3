import type { AgentRef, RoutingEvent } from '@baton/contracts';
import { targetsFor } from './directory';
import type { Delivery, Input } from './inputs';
import { interactionView } from './interactions';
import { agentView } from './snapshot';
import type { AgentRecord, CentreState, InteractionRecord, TransferRecord } from './state';
import { find, get, refOf } from './state';
import { targetListsOf } from './target-lists';
import { pageOf, transcriptOf } from './transcripts';

/**
 * What a step means for each agent, told by what has changed: every entity at
 * most once, with its whole new value.
 */
export function framesBetween(before: CentreState, after: CentreState, input: Input): Delivery[] {
  const commandId = input.kind === 'command' ? input.command.commandId : undefined;
  return Object.values(after.agents).flatMap((agent) => {
    const events = eventsFor(agent, before, after);
    if (events.length === 0) return [];
    return [
      {
        agentId: agent.id,
        frame: { v: 1, cursor: after.cursor, at: after.now, ...(commandId && { commandId }), events },
      },
    ];
  });
}

function eventsFor(agent: AgentRecord, before: CentreState, after: CentreState): RoutingEvent[] {
  return [
    ...agentEvents(agent, after),
    ...transferEvents(agent, before, after),
    ...interactionEvents(agent, before, after),
    ...invitationEvents(agent, before, after),
    ...noticeEvents(agent, before, after),
    ...favouriteEvents(agent, after),
    ...directoryEvents(agent, before, after),
    ...sessionEvents(agent, before),
  ];
}

function agentEvents(agent: AgentRecord, after: CentreState): RoutingEvent[] {
  return agent.version === after.cursor ? [{ type: 'agent.state', agent: agentView(agent) }] : [];
}

function sessionEvents(agent: AgentRecord, before: CentreState): RoutingEvent[] {
  return get(before.agents, agent.id).signedIn && !agent.signedIn
    ? [{ type: 'session.ended', reason: 'signedOut' }]
    : [];
}

function transferEvents(agent: AgentRecord, before: CentreState, after: CentreState): RoutingEvent[] {
  if (before.transfers === after.transfers) return [];
  return Object.values(after.transfers)
    .filter(({ transfer }) => transfer.version === after.cursor && transfer.by.id === agent.id)
    .map((record) => transferEvent(find(before.transfers, record.transfer.id), record));
}

function transferEvent(before: TransferRecord | undefined, { transfer, dismissed }: TransferRecord): RoutingEvent {
  if (dismissed) {
    return {
      type: 'transfer.dismissed',
      transferId: transfer.id,
      interactionId: transfer.interactionId,
      version: transfer.version,
    };
  }
  const extensionsBefore = before?.transfer.state === 'pending' ? before.transfer.extensions : 0;
  if (transfer.state === 'pending' && transfer.extensions > extensionsBefore)
    return { type: 'transfer.extended', transfer };
  return { type: `transfer.${transfer.state}`, transfer };
}

function interactionEvents(agent: AgentRecord, before: CentreState, after: CentreState): RoutingEvent[] {
  return Object.values(after.interactions).flatMap((interaction) => {
    const owned = isOwnedBy(agent, find(before.interactions, interaction.id));
    const owns = isOwnedBy(agent, interaction);
    const changed = interaction.version === after.cursor;
    if (!owned && owns) return assigned(agent, interaction, before, after);
    if (owned && !owns) return [released(agent, interaction, after)];
    if (!owns) return [];
    return [
      ...(changed
        ? [{ type: 'interaction.updated' as const, interaction: interactionView(after, interaction, agent) }]
        : []),
      ...messageEvents(interaction, before, after),
    ];
  });
}

function assigned(
  agent: AgentRecord,
  interaction: InteractionRecord,
  before: CentreState,
  after: CentreState,
): RoutingEvent[] {
  const why = find(before.interactions, interaction.id)?.owner.kind === 'agent' ? 'transfer' : 'inbound';
  return [
    { type: 'interaction.assigned', interaction: interactionView(after, interaction, agent), why },
    { type: 'messages.appended', ...pageOf(after, interaction.id) },
  ];
}

function released(agent: AgentRecord, interaction: InteractionRecord, after: CentreState): RoutingEvent {
  const to: AgentRef | undefined =
    interaction.owner.kind === 'agent' && interaction.owner.id !== agent.id
      ? refOf(get(after.agents, interaction.owner.id))
      : undefined;
  const why = to ? 'transferred' : interaction.state === 'completed' ? 'completed' : 'signedOut';
  return { type: 'interaction.released', interactionId: interaction.id, version: after.cursor, why, ...(to && { to }) };
}

function messageEvents({ id }: InteractionRecord, before: CentreState, after: CentreState): RoutingEvent[] {
  if (before.transcripts[id] === after.transcripts[id]) return [];
  const messages = transcriptOf(after, id).filter((message) => message.version === after.cursor);
  return [{ type: 'messages.appended', interactionId: id, messages }];
}

function invitationEvents(agent: AgentRecord, before: CentreState, after: CentreState): RoutingEvent[] {
  if (before.invitations === after.invitations) return [];
  return Object.values(after.invitations)
    .filter(({ agentId, invitation }) => agentId === agent.id && invitation.version === after.cursor)
    .map(({ invitation }) => {
      if (invitation.state === 'ended') return { type: 'invitation.ended', invitation };
      return {
        type: find(before.invitations, invitation.id) ? 'invitation.updated' : 'invitation.offered',
        invitation,
      };
    });
}

function noticeEvents(agent: AgentRecord, before: CentreState, after: CentreState): RoutingEvent[] {
  const known = new Set((find(before.notices, agent.id) ?? []).map((notice) => notice.id));
  return (find(after.notices, agent.id) ?? [])
    .filter((notice) => notice.version === after.cursor)
    .map((notice) => ({ type: known.has(notice.id) ? 'notice.updated' : 'notice.posted', notice }));
}

function favouriteEvents(agent: AgentRecord, after: CentreState): RoutingEvent[] {
  const { favourites, version } = targetListsOf(after, agent.id);
  return version === after.cursor ? [{ type: 'favourites.changed', favourites: [...favourites], version }] : [];
}

function directoryEvents(agent: AgentRecord, before: CentreState, after: CentreState): RoutingEvent[] {
  if (!agent.signedIn || before.directory.told === after.directory.told) return [];
  const known = targetsFor(before.directory.told, agent.id, after.cursor);
  const targets = [...targetsFor(after.directory.told, agent.id, after.cursor)]
    .filter(([key, target]) => JSON.stringify(target) !== JSON.stringify(known.get(key)))
    .map(([, target]) => target);
  return targets.length > 0 ? [{ type: 'targets.changed', targets }] : [];
}

function isOwnedBy({ id }: AgentRecord, interaction: InteractionRecord | undefined): boolean {
  return (
    interaction !== undefined &&
    interaction.state !== 'completed' &&
    interaction.owner.kind === 'agent' &&
    interaction.owner.id === id
  );
}
