import { targetKey } from '@baton/contracts';
import type { SmsAvailability, KnownTargetKind, KnownTargetRef, UnavailableReason } from '@baton/contracts';
import { ableMembers, obstacle } from './availability';
import { affectedAgents, affectedPools, goneAgents } from './affected';
import type { Transaction } from './transaction';
import { publishDelayMs } from './limits';
import { listed } from './lists';
import type { AgentRecord, CentreState, DirectoryView, Entry, KnownTarget, PoolRecord } from './state';
import { without } from './state';
import { changesBetween, find, get, withRow, withRows } from './table';
import type { Table } from './table';

/** A target that exists, with its true name, even if the directory shows another state. */
export function findTarget(
  state: CentreState,
  { kind, id }: Pick<KnownTargetRef, 'kind' | 'id'>,
): { target: KnownTargetRef; agent?: AgentRecord } | undefined {
  if (state.directory.removed.includes(targetKey({ kind, id }))) return undefined;
  if (kind === 'agent') {
    const agent = find(state.agents, id);
    return agent && { target: { kind, id, name: agent.name }, agent };
  }
  const pool = find(state.pools, targetKey({ kind, id }));
  return pool && { target: { kind, id, name: pool.name } };
}

/** The directory as an agent sees it. A frozen one shows the state of the start, except for the agent's own entry. */
export function directoryShownTo(state: CentreState, agentId: string): DirectoryView {
  const { frozen, current, published } = state.directory;
  if (!frozen) return current;
  const own = agentEntry(state, get(state.agents, agentId));
  return { ...published, entries: withRow(published.entries, `agent:${agentId}`, own) };
}

/** The agent who searches, as far as the directory shown depends on them. */
export interface Searcher extends Pick<AgentRecord, 'id' | 'pools'> {
  readonly permitted: readonly KnownTargetKind[];
}

/** An agent as a searcher of a directory. */
export function searcherIn(view: DirectoryView, { id, pools }: AgentRecord): Searcher {
  return { id, pools, permitted: find(view.mayTransferTo, id) ?? [] };
}

/** A directory entry as this agent sees it. */
export function targetFor(entry: Entry, searcher: Searcher, version: number): KnownTarget {
  return { ...detailsFor(entry, searcher), version, sms: availabilityFor(entry, searcher) };
}

/** Brings the directory up to date, and plans its publication. */
export function updateDirectory(tx: Transaction): void {
  const { directory } = tx.state;
  const current = currentView(tx);
  if (current === directory.current) return;
  // If nothing is planned yet, agents know everything before this step.
  const isPushed = directory.availability === 'pushed' && !directory.frozen;
  const isUnpublished = isPushed && directory.publishAt === undefined && !isSameView(directory.published, current);
  tx.set({ directory: { ...directory, current, ...(isUnpublished && { publishAt: tx.at + publishDelayMs }) } });
}

/** Publishes the directory to the agents. */
export function publishDirectory(tx: Transaction): void {
  const current = currentView(tx);
  tx.set({
    directory: { ...without(tx.state.directory, 'publishAt'), current, published: current, publishedAt: tx.at },
  });
}

/** The directory after this step; the same object when nothing in it has changed. */
export function currentView(tx: Transaction): DirectoryView {
  const { state } = tx;
  const { current } = state.directory;
  const entries = withChanges(
    current.entries,
    affectedTargets(tx).map((key) => [key, currentEntry(state, key)]),
  );
  const mayTransferTo = withChanges(
    current.mayTransferTo,
    [...affectedAgents(tx.before, state), ...goneAgents(tx.before, state)].map((id) => [
      id,
      find(state.agents, id)?.mayTransferTo,
    ]),
  );
  const isUnchanged = entries === current.entries && mayTransferTo === current.mayTransferTo;
  return isUnchanged ? current : { entries, mayTransferTo };
}

function isSameView(published: DirectoryView, current: DirectoryView): boolean {
  const changes = [
    ...changesBetween(published.entries, current.entries),
    ...changesBetween(published.mayTransferTo, current.mayTransferTo),
  ];
  return changes.every(({ before, after }) => isSame(before, after));
}

function affectedTargets(tx: Transaction): string[] {
  const { before, state } = tx;
  return [
    ...[...affectedAgents(before, state)].map((id) => targetKey({ kind: 'agent', id })),
    ...affectedPools(before, state),
    ...goneAgents(before, state).map((id) => targetKey({ kind: 'agent', id })),
    ...state.directory.removed.slice(before.directory.removed.length),
  ];
}

/** The entry with this key; nothing when its target has gone. */
function currentEntry(state: CentreState, key: string): Entry | undefined {
  if (state.directory.removed.some((removed) => removed === key)) return undefined;
  const pool = find(state.pools, key);
  if (pool) return poolEntry(state, pool);
  const agent = find(state.agents, key.slice('agent:'.length));
  return agent && agentEntry(state, agent);
}

/** Writes rows, or removes those without a value. Keeps the row object when the new row is equal. */
function withChanges<T>(table: Table<T>, rows: readonly (readonly [id: string, row: T | undefined])[]): Table<T> {
  return withRows(
    table,
    rows.filter(([id, row]) => !isSame(find(table, id), row)),
  );
}

/** Field by field, because long lists are mostly the same object. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b);
  if (!isObject(a) || !isObject(b)) return false;
  const [fields, others] = [Object.entries(a), new Map(Object.entries(b))];
  return fields.length === others.size && fields.every(([name, value]) => isSame(value, others.get(name)));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function agentEntry(state: CentreState, agent: AgentRecord): Entry {
  const { id, name, nickname, address, presence } = agent;
  const facts = { kind: 'agent' as const, id, name, address, ...(nickname && { nickname }) };
  if (state.directory.availability === 'none') return facts;
  const why = obstacle(state, agent);
  return { ...facts, presence, ...(why && { obstacle: why }) };
}

function poolEntry(state: CentreState, pool: PoolRecord): Entry {
  const { kind, id, name, address, members } = pool;
  const facts = { kind, id, name, address };
  if (state.directory.availability === 'none') return facts;
  const counts = {
    total: members.length,
    signedIn: listed(state, 'signedInMembers', targetKey(pool)),
    ready: ableMembers(state, pool).map((agent) => agent.id),
    ...(kind === 'queue' && { waiting: pool.waiting.length }),
  };
  return { ...facts, counts };
}

/** The visible fields of an entry. A pool's figures leave out the agent who searches. */
function detailsFor(entry: Entry, searcher: Searcher) {
  if (entry.kind === 'agent') return without(entry, 'obstacle');
  const { counts, ...facts } = entry;
  if (!counts) return facts;
  const { total, ready, waiting } = counts;
  const figures = {
    ready: countOthers(ready, searcher),
    total: searcher.pools.includes(targetKey(entry)) ? total - 1 : total,
    ...(waiting !== undefined && { waiting }),
  };
  return { ...facts, figures };
}

function availabilityFor(entry: Entry, searcher: Searcher): SmsAvailability {
  const reason = problemWith(entry, searcher);
  if (reason) return { available: false, reason };
  return { available: (entry.kind === 'agent' ? entry.presence : entry.counts) ? true : 'unknown' };
}

function problemWith(entry: Entry, searcher: Searcher): UnavailableReason | undefined {
  if (entry.kind === 'agent' && entry.id === searcher.id) return 'self';
  if (!searcher.permitted.includes(entry.kind)) return 'permission';
  if (entry.kind === 'agent') return entry.obstacle;
  if (!entry.counts) return undefined;
  if (countOthers(entry.counts.signedIn, searcher) === 0) return 'noAgents';
  return countOthers(entry.counts.ready, searcher) === 0 ? 'noneReady' : undefined;
}

function countOthers(members: readonly string[], { id }: Searcher): number {
  return members.includes(id) ? members.length - 1 : members.length;
}
