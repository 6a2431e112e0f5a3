import { targetKey } from '@baton/contracts';
import type { Delivery, Message } from '@baton/contracts';
import { agentRecord } from './agent-record';
import { currentView } from './directory';
import { Transaction } from './transaction';
import { checkInvariants } from './invariants';
import { emptyIndex } from './lists';
import { presenceOf } from './presence';
import type { CentreSeed, ConversationSeed, PoolSeed } from './seed';
import type { CentreState, DirectoryView, InteractionRecord, PoolRecord } from './state';
import { refOf } from './state';
import { applyConsequences } from './step';
import { emptyTable, get } from './table';
import { transcriptWith } from './transcripts';

/** Opens a contact centre. Throws when the seed contradicts itself. */
export function open(seed: CentreSeed): CentreState {
  const tx = new Transaction(emptyCentre(seed), seed.at);
  fill(tx, seed);
  const { state } = tx;
  const current = currentView(tx);
  tx.set({ directory: { ...state.directory, current, published: current } });
  applyConsequences(tx);
  const opened = { ...tx.state, cursor: tx.cursor };
  checkInvariants(opened);
  return opened;
}

function emptyCentre({
  at,
  position = 0,
  directory,
  quirks = {},
  targetAvailability = 'pushed',
}: CentreSeed): CentreState {
  const nothing: DirectoryView = { entries: emptyTable, mayTransferTo: emptyTable };
  return {
    cursor: position,
    now: at,
    agents: emptyTable,
    pools: emptyTable,
    interactions: emptyTable,
    transcripts: emptyTable,
    invitations: emptyTable,
    transfers: emptyTable,
    notices: emptyTable,
    targetLists: emptyTable,
    commandLog: emptyTable,
    receipts: [],
    quirks,
    index: emptyIndex,
    directory: {
      availability: targetAvailability,
      frozen: directory === 'frozen',
      current: nothing,
      published: nothing,
      publishedAt: at,
      removed: [],
    },
    counters: { transfer: 0, invitation: 0, notice: 0, interaction: 0 },
  };
}

/** Adds the rows of the seed. */
function fill(tx: Transaction, { at, position = 0, agents, pools, conversations }: CentreSeed): void {
  const poolsOf = membershipsIn(pools);
  for (const pool of pools) tx.put('pools', targetKey(pool), poolRecord(pool, conversations));
  for (const conversation of conversations)
    tx.put('interactions', conversation.id, interactionRecord(conversation, at, position));
  for (const agent of agents) {
    const record = agentRecord(agent, at, position, poolsOf.get(agent.id) ?? []);
    const presence = { ...presenceOf(tx.state, record), since: at - (agent.sinceMs ?? 0) };
    tx.put('agents', agent.id, { ...record, presence });
    const { favourites = [], recents = [] } = agent;
    if (favourites.length + recents.length > 0)
      tx.put('targetLists', agent.id, { favourites, version: position, recents });
  }
  for (const conversation of conversations)
    tx.put('transcripts', conversation.id, transcriptWith(messagesOf(tx.state, conversation, at)));
}

/** Pool keys by member. */
function membershipsIn(pools: readonly PoolSeed[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const pool of pools) {
    for (const member of pool.members) {
      const keys = found.get(member);
      if (keys) keys.push(targetKey(pool));
      else found.set(member, [targetKey(pool)]);
    }
  }
  return found;
}

function poolRecord(seed: PoolSeed, conversations: readonly ConversationSeed[]): PoolRecord {
  const { kind, id, name, address, members, wrapUpSeconds = 0, dispositions } = seed;
  if (kind !== 'queue') return { kind, id, name, address, members };
  const waiting = conversations.filter((conversation) => !conversation.ownerId && conversation.queueId === id);
  return {
    kind,
    id,
    name,
    address,
    members,
    wrapUpSeconds,
    ...(dispositions && { dispositions }),
    waiting: waiting.map((conversation) => conversation.id),
  };
}

function interactionRecord(seed: ConversationSeed, at: number, version: number): InteractionRecord {
  const { id, contact, queueId, ownerId, segment, priority, language, caseData, note, ended, failures = [] } = seed;
  return {
    id,
    version,
    contact,
    owner: ownerId ? { kind: 'agent', id: ownerId } : { kind: 'queue', id: queueId },
    state: ended ? 'completed' : 'active',
    startedAt: at - seed.startedAgoMs,
    assignedAt: at - seed.startedAgoMs,
    queueId,
    ...(segment && { segment }),
    ...(priority && { priority }),
    ...(language && { language }),
    ...(caseData && { caseData }),
    ...(note && { note }),
    ...(ended && { endedAt: at - ended.agoMs }),
    ...(ended?.disposition && { disposition: ended.disposition }),
    passedBy: [],
    failures,
  };
}

function messagesOf(state: CentreState, { id, contact, messages }: ConversationSeed, at: number): Message[] {
  return messages.map(({ agoMs, agentId, text, failed }, index): Message => {
    const place = { index, version: state.cursor, at: at - agoMs };
    if (!agentId) return { kind: 'customer', ...place, name: contact.name, text };
    const from = refOf(get(state.agents, agentId));
    const delivery: Delivery = failed ? { state: 'failed', reason: failed } : { state: 'delivered' };
    return { kind: 'agent', ...place, from, text, delivery, commandId: `seed-${id}-${index}` };
  });
}
