import { targetKey, targetKinds } from '@baton/contracts';
import type { Delivery, Message } from '@baton/contracts';
import { directoryNow } from './directory';
import { Draft } from './draft';
import { checkInvariants } from './invariants';
import { presenceOf } from './presence';
import type { AgentSeed, CentreSeed, ConversationSeed, PoolSeed } from './seed';
import type { AgentRecord, CentreState, InteractionRecord, PoolRecord, Table, TargetLists } from './state';
import { get, refOf } from './state';
import { settle } from './step';

/** Opens a contact centre. Throws when the seed contradicts itself. */
export function open(seed: CentreSeed): CentreState {
  const { at, position = 0 } = seed;
  const closed: CentreState = {
    cursor: position,
    now: at,
    agents: byId(seed.agents.map((agent) => agentRecord(agent, at, position))),
    pools: Object.fromEntries(seed.pools.map((pool) => [targetKey(pool), poolRecord(pool, seed.conversations)])),
    interactions: byId(seed.conversations.map((conversation) => interactionRecord(conversation, at, position))),
    transcripts: {},
    invitations: {},
    transfers: {},
    notices: {},
    targetLists: Object.fromEntries(seed.agents.map((agent) => [agent.id, targetLists(agent, position)])),
    taken: {},
    receipts: [],
    directory: { frozen: seed.directory === 'frozen', told: { at, entries: {}, mayTransferTo: {} }, removed: [] },
    counters: { transfer: 0, invitation: 0, notice: 0, interaction: 0 },
  };
  const transcripts = Object.fromEntries(
    seed.conversations.map((conversation) => [conversation.id, transcript(closed, conversation, at)]),
  );
  return begin(withPresence({ ...closed, transcripts }, seed));
}

/** Offers what waits, and shows the first directory. */
function begin(closed: CentreState): CentreState {
  const draft = new Draft(
    { ...closed, directory: { ...closed.directory, told: directoryNow(closed, closed.now) } },
    closed.now,
  );
  settle(draft);
  const state = { ...draft.state, cursor: draft.cursor };
  checkInvariants(state);
  return state;
}

function withPresence(state: CentreState, seed: CentreSeed): CentreState {
  const agents = seed.agents.map(({ id, since = 0 }) => {
    const agent = get(state.agents, id);
    return { ...agent, presence: { ...presenceOf(state, agent), since: state.now - since } };
  });
  return { ...state, agents: byId(agents) };
}

function agentRecord(seed: AgentSeed, at: number, version: number): AgentRecord {
  const { id, name, nickname, address, description, sms = 'ready', reason, activity, signedIn = false } = seed;
  const since = at - (seed.since ?? 0);
  const ready = signedIn && sms === 'ready';
  return {
    id,
    version,
    name,
    ...(nickname && { nickname }),
    address,
    ...(description && { description }),
    signedIn,
    ...(sms !== 'none' && {
      sms: { channel: 'sms', state: ready ? 'ready' : 'notReady', ...(reason && { reason }), since },
    }),
    otherMediaReady: seed.otherMediaReady ?? false,
    ...(activity && { activity }),
    ...(seed.wrapUp && { wrapUp: {} }),
    reachable: seed.reachable ?? true,
    presence: { state: 'offline', since },
    capacity: seed.capacity ?? 3,
    mayTransferTo: seed.mayTransferTo ?? targetKinds,
  };
}

function poolRecord(seed: PoolSeed, conversations: readonly ConversationSeed[]): PoolRecord {
  const { kind, id, name, address, members, wrapUpSeconds = 0 } = seed;
  if (kind !== 'queue') return { kind, id, name, address, members };
  const waiting = conversations.filter((conversation) => !conversation.ownerId && conversation.queueId === id);
  return { kind, id, name, address, members, wrapUpSeconds, waiting: waiting.map((conversation) => conversation.id) };
}

function interactionRecord(seed: ConversationSeed, at: number, version: number): InteractionRecord {
  const { id, contact, queueId, ownerId, segment, priority, failures = [] } = seed;
  return {
    id,
    version,
    contact,
    owner: ownerId ? { kind: 'agent', id: ownerId } : { kind: 'queue', id: queueId },
    state: 'active',
    startedAt: at - seed.startedAgo,
    assignedAt: at - seed.startedAgo,
    queueId,
    ...(segment && { segment }),
    ...(priority && { priority }),
    passedBy: [],
    failures,
  };
}

function transcript(state: CentreState, { id, contact, messages }: ConversationSeed, at: number): Message[] {
  return messages.map(({ ago, agentId, text, failed }, index): Message => {
    const place = { index, version: state.cursor, at: at - ago };
    if (!agentId) return { kind: 'customer', ...place, name: contact.name, text };
    const from = refOf(get(state.agents, agentId));
    const delivery: Delivery = failed ? { state: 'failed', reason: failed } : { state: 'delivered' };
    return { kind: 'agent', ...place, from, text, delivery, commandId: `seed-${id}-${index}` };
  });
}

function targetLists({ favourites = [], recents = [] }: AgentSeed, version: number): TargetLists {
  return { favourites, version, recents };
}

function byId<T extends { id: string }>(rows: readonly T[]): Table<T> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
