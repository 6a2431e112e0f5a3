import type { RoutingEvent, TargetRef } from '@baton/contracts';
import { searcherIn, targetFor } from './directory';
import { isGenerated } from './generated-agents';
import type { AgentFrame, Input } from './inputs';
import { interactionView } from './interactions';
import { agentView } from './snapshot';
import type {
  AgentRecord,
  CentreState,
  DirectoryView,
  InteractionRecord,
  InvitationRecord,
  Owner,
  Rows,
  Tables,
  TransferRecord,
} from './state';
import { queueOf, refOf } from './state';
import { changesBetween, find, get, idsOf } from './table';
import type { Change } from './table';
import { newMessages, pageOf } from './transcripts';

/** The agents who follow the directory, each with the keys of the targets that they know from it. */
export type Listeners = ReadonlyMap<string, ReadonlySet<string> | 'all'>;

/**
 * The frames of a step, one for each agent concerned: every changed entity at most
 * once, with its whole new value. A change of a target goes to the `listeners` who know it; without them to all.
 */
export function framesBetween(
  before: CentreState,
  after: CentreState,
  input: Input,
  listeners: Listeners | undefined,
): AgentFrame[] {
  const commandId = input.kind === 'command' ? input.command.commandId : undefined;
  const events = new Map<string, RoutingEvent[]>();
  for (const [agentId, event] of eventsBetween(before, after, listeners))
    events.set(agentId, [...(events.get(agentId) ?? []), event]);
  return [...events].map(([agentId, told]) => ({
    agentId,
    frame: { v: 1, cursor: after.cursor, at: after.now, ...(commandId && { commandId }), events: told },
  }));
}

/** An event, and the agent who gets it. */
type AgentEvent = readonly [agentId: string, event: RoutingEvent];

function eventsBetween(before: CentreState, after: CentreState, listeners: Listeners | undefined): AgentEvent[] {
  const [old, now]: [Tables, Tables] = [before, after];
  const each = <K extends keyof Rows>(table: K, tell: (change: Change<Rows[K]>) => AgentEvent[]) =>
    changesBetween(old[table], now[table]).flatMap(tell);
  const agents = changesBetween(old.agents, now.agents);
  return [
    ...agents.flatMap((change) => agentEvents(change, after)),
    ...each('transfers', (change) => transferEvents(change, after)),
    ...each('interactions', (change) => interactionEvents(change, after)),
    ...each('transcripts', ({ id }) => messageEvents(id, before, after)),
    ...each('invitations', (change) => invitationEvents(change, after)),
    ...each('transfers', (change) => receivedEvents(change, after)),
    ...each('notices', (change) => noticeEvents(change, after)),
    ...each('targetLists', (change) => favouriteEvents(change, after)),
    ...directoryEvents(before, after, listeners),
    ...agents.flatMap(sessionEvents),
  ];
}

function agentEvents({ id, after: agent }: Change<AgentRecord>, { cursor }: CentreState): AgentEvent[] {
  // Generated agents have no windows, and are added and changed by the thousand.
  if (agent?.version !== cursor || isGenerated(id)) return [];
  return [[id, { type: 'agent.state', agent: agentView(agent) }]];
}

function sessionEvents({ id, before, after }: Change<AgentRecord>): AgentEvent[] {
  return before?.signedIn && !after?.signedIn ? [[id, { type: 'session.ended', reason: 'signedOut' }]] : [];
}

function transferEvents({ before, after: record }: Change<TransferRecord>, { cursor }: CentreState): AgentEvent[] {
  if (!record) return [];
  const { transfer, dismissedAt } = record;
  const { id, interactionId, by } = transfer;
  if (dismissedAt === cursor)
    return [[by.id, { type: 'transfer.dismissed', transferId: id, interactionId, version: cursor }]];
  return transfer.version === cursor ? [[by.id, transferEvent(before, record)]] : [];
}

/** The agent who accepted gets the transfer too. */
function receivedEvents({ after: record }: Change<TransferRecord>, { cursor }: CentreState): AgentEvent[] {
  if (record?.transfer.state !== 'accepted' || record.transfer.version !== cursor) return [];
  const { transfer } = record;
  return [[transfer.acceptedBy.id, { type: 'transfer.accepted', transfer }]];
}

function transferEvent(before: TransferRecord | undefined, { transfer }: TransferRecord): RoutingEvent {
  const extensionsBefore = before?.transfer.state === 'pending' ? before.transfer.extensions : 0;
  if (transfer.state === 'pending' && transfer.extensions > extensionsBefore)
    return { type: 'transfer.extended', transfer };
  return { type: `transfer.${transfer.state}`, transfer };
}

function interactionEvents(change: Change<InteractionRecord>, after: CentreState): AgentEvent[] {
  const { before: known, after: interaction } = change;
  if (!interaction) return [];
  const [former, owner] = [ownerOf(known), ownerOf(interaction)];
  if (former === owner) {
    if (owner === undefined || interaction.version !== after.cursor) return [];
    const view = interactionView(after, interaction, get(after.agents, owner));
    return [[owner, { type: 'interaction.updated', interaction: view }]];
  }
  return [
    ...(former === undefined ? [] : [released(former, interaction, after)]),
    ...(owner === undefined ? [] : assigned(owner, interaction, known, after)),
  ];
}

function assigned(
  owner: string,
  interaction: InteractionRecord,
  known: InteractionRecord | undefined,
  after: CentreState,
): AgentEvent[] {
  const why = known === undefined ? 'outbound' : known.owner.kind === 'agent' ? 'transfer' : 'inbound';
  const view = interactionView(after, interaction, get(after.agents, owner));
  return [
    [owner, { type: 'interaction.assigned', interaction: view, why }],
    [owner, { type: 'messages.appended', ...pageOf(after, interaction.id) }],
  ];
}

function released(former: string, { id, owner, state }: InteractionRecord, after: CentreState): AgentEvent {
  const to = newOwner(owner, former, after);
  const why = to ? 'transferred' : state === 'completed' ? 'completed' : 'signedOut';
  return [former, { type: 'interaction.released', interactionId: id, version: after.cursor, why, ...(to && { to }) }];
}

/** The target of a hand-over; nothing when the owner signed out, and the queue has the conversation back. */
function newOwner({ kind, id }: Owner, former: string, after: CentreState): TargetRef | undefined {
  if (kind === 'agent') return id === former ? undefined : { kind, ...refOf(get(after.agents, id)) };
  if (!get(after.agents, former).signedIn) return undefined;
  return { kind, ...refOf(queueOf(after, id)) };
}

/** New messages go to the owner; a new owner gets the transcript with `assigned`. */
function messageEvents(interactionId: string, before: CentreState, after: CentreState): AgentEvent[] {
  const owner = ownerOf(find(after.interactions, interactionId));
  if (owner === undefined || owner !== ownerOf(find(before.interactions, interactionId))) return [];
  const transcripts = [find(before.transcripts, interactionId), get(after.transcripts, interactionId)] as const;
  const messages = newMessages(...transcripts, after.cursor);
  return [[owner, { type: 'messages.appended', interactionId, messages }]];
}

function invitationEvents({ before, after: record }: Change<InvitationRecord>, { cursor }: CentreState): AgentEvent[] {
  if (record?.invitation.version !== cursor) return [];
  const { agentId, invitation } = record;
  if (invitation.state === 'ended') return [[agentId, { type: 'invitation.ended', invitation }]];
  return [[agentId, { type: before ? 'invitation.updated' : 'invitation.offered', invitation }]];
}

function noticeEvents(
  { id, before = [], after = [] }: Change<Rows['notices']>,
  { cursor, agents }: CentreState,
): AgentEvent[] {
  const known = new Set(before.map((notice) => notice.id));
  const kept = new Set(after.map((notice) => notice.id));
  // Signing out ends My Messages without events.
  const deleted = get(agents, id).signedIn ? before.filter((notice) => !kept.has(notice.id)) : [];
  return [
    ...deleted.map((notice): AgentEvent => [id, { type: 'notice.deleted', noticeId: notice.id, version: cursor }]),
    ...after
      .filter((notice) => notice.version === cursor)
      .map((notice): AgentEvent => [id, { type: known.has(notice.id) ? 'notice.updated' : 'notice.posted', notice }]),
  ];
}

function favouriteEvents({ id, after: lists }: Change<Rows['targetLists']>, { cursor }: CentreState): AgentEvent[] {
  if (lists?.version !== cursor) return [];
  return [[id, { type: 'favourites.changed', favourites: [...lists.favourites], version: cursor }]];
}

function directoryEvents(before: CentreState, after: CentreState, listeners: Listeners | undefined): AgentEvent[] {
  const [known, told] = [before.directory.published, after.directory.published];
  if (known === told) return [];
  const changed = changesBetween(known.entries, told.entries).map(({ id }) => id);
  return (listeners ? [...listeners.keys()] : idsOf(after.agents)).flatMap((agentId): AgentEvent[] => {
    const agent = find(after.agents, agentId);
    if (!agent?.signedIn) return [];
    const keysKnown = listeners?.get(agentId) ?? 'all';
    const keys =
      find(known.mayTransferTo, agentId) === find(told.mayTransferTo, agentId)
        ? changed.filter((key) => keysKnown === 'all' || keysKnown.has(key))
        : keysKnown === 'all'
          ? idsOf(told.entries)
          : keysKnown;
    const targets = [...keys].flatMap((key) => newTarget(agent, key, known, told, after.cursor) ?? []);
    return targets.length > 0 ? [[agentId, { type: 'targets.changed', targets }]] : [];
  });
}

/** A target to publish to an agent; nothing if it looks the same to them, is new, or has gone: a search finds that. */
function newTarget(agent: AgentRecord, key: string, known: DirectoryView, told: DirectoryView, version: number) {
  const [old, entry] = [find(known.entries, key), find(told.entries, key)];
  if (!old || !entry) return undefined;
  const target = targetFor(entry, searcherIn(told, agent), version);
  return JSON.stringify(targetFor(old, searcherIn(known, agent), version)) === JSON.stringify(target)
    ? undefined
    : target;
}

function ownerOf(interaction: InteractionRecord | undefined): string | undefined {
  if (!interaction || interaction.state === 'completed' || interaction.owner.kind !== 'agent') return undefined;
  return interaction.owner.id;
}
