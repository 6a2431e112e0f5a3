import { targetKey } from '@baton/contracts';
import type { SmsAvailability, Target, TargetKey, TargetKind, TargetRef, UnavailableReason } from '@baton/contracts';
import { ableMembers, obstacle } from './availability';
import type { Draft } from './draft';
import { publishMs } from './limits';
import type { AgentRecord, CentreState, DirectoryView, Entry, PoolRecord } from './state';
import { find, get, without } from './state';

/** A target that exists, under its own name, whatever the directory shows. */
export function findTarget(
  state: CentreState,
  { kind, id }: Pick<TargetRef, 'kind' | 'id'>,
): { target: TargetRef; agent?: AgentRecord } | undefined {
  if (state.directory.removed.includes(targetKey({ kind, id }))) return undefined;
  if (kind === 'agent') {
    const agent = find(state.agents, id);
    return agent && { target: { kind, id, name: agent.name }, agent };
  }
  const pool = find(state.pools, targetKey({ kind, id }));
  return pool && { target: { kind, id, name: pool.name } };
}

/** Every target as it is now. */
export function directoryNow(state: CentreState, at: number): DirectoryView {
  const agents = Object.values(state.agents);
  const entries: Entry[] = [
    ...agents.map((agent) => agentEntry(state, agent)),
    ...Object.values(state.pools).map((pool) => poolEntry(state, pool)),
  ];
  const existing = entries.filter((entry) => !state.directory.removed.includes(targetKey(entry)));
  return {
    at,
    entries: Object.fromEntries(existing.map((entry) => [targetKey(entry), entry])),
    mayTransferTo: Object.fromEntries(agents.map((agent) => [agent.id, agent.mayTransferTo])),
  };
}

/** The directory that an agent is shown. A frozen one is as old as the contact centre, but for themselves. */
export function directoryShownTo(state: CentreState, agentId: string, at: number): DirectoryView {
  const { frozen, told } = state.directory;
  if (!frozen) return directoryNow(state, at);
  return { ...told, entries: { ...told.entries, [`agent:${agentId}`]: agentEntry(state, get(state.agents, agentId)) } };
}

/** The targets of a directory, as this agent may use them. */
export function targetsFor(view: DirectoryView, agentId: string, version: number): Map<TargetKey, Target> {
  const permitted = find(view.mayTransferTo, agentId) ?? [];
  return new Map(
    Object.values(view.entries).map((entry) => {
      const reason = problemWith(entry, agentId, permitted);
      const sms: SmsAvailability = reason ? { available: false, reason } : { available: true };
      return [targetKey(entry), { ...factsFor(entry, agentId), version, sms }];
    }),
  );
}

/** Plans to tell the agents that the directory has changed. */
export function noteDirectoryChange(draft: Draft): void {
  const { directory } = draft.state;
  if (directory.frozen || directory.publishAt !== undefined) return;
  const now = directoryNow(draft.state, draft.at);
  if (!sameDirectory(now, directory.told)) draft.set({ directory: { ...directory, publishAt: draft.at + publishMs } });
}

/** Tells the agents what has changed in the directory. */
export function publishDirectory(draft: Draft): void {
  draft.set({
    directory: { ...without(draft.state.directory, 'publishAt'), told: directoryNow(draft.state, draft.at) },
  });
}

function agentEntry(state: CentreState, agent: AgentRecord): Entry {
  const { id, name, nickname, address, presence } = agent;
  const why = obstacle(state, agent);
  return { kind: 'agent', id, name, address, ...(nickname && { nickname }), presence, ...(why && { obstacle: why }) };
}

function poolEntry(state: CentreState, pool: PoolRecord): Entry {
  const { kind, id, name, address, members } = pool;
  const signedIn = members.filter((member) => get(state.agents, member).signedIn);
  const ready = ableMembers(state, pool).map((agent) => agent.id);
  return {
    kind,
    id,
    name,
    address,
    members,
    signedIn,
    ready,
    ...(kind === 'queue' && { waiting: pool.waiting.length }),
  };
}

/** An entry without what only decides whether it can be invited. A pool's asking member is not counted. */
function factsFor(entry: Entry, agentId: string) {
  if (entry.kind === 'agent') return without(entry, 'obstacle');
  const { members, signedIn: _, ready, waiting, ...facts } = entry;
  const figures = {
    ready: others(ready, agentId).length,
    total: others(members, agentId).length,
    ...(waiting !== undefined && { waiting }),
  };
  return { ...facts, figures };
}

function problemWith(entry: Entry, agentId: string, permitted: readonly TargetKind[]): UnavailableReason | undefined {
  if (entry.kind === 'agent' && entry.id === agentId) return 'self';
  if (!permitted.includes(entry.kind)) return 'permission';
  if (entry.kind === 'agent') return entry.obstacle;
  if (others(entry.signedIn, agentId).length === 0) return 'noAgents';
  return others(entry.ready, agentId).length === 0 ? 'noneReady' : undefined;
}

function others(members: readonly string[], agentId: string): readonly string[] {
  return members.filter((member) => member !== agentId);
}

function sameDirectory(a: DirectoryView, b: DirectoryView): boolean {
  return JSON.stringify([a.entries, a.mayTransferTo]) === JSON.stringify([b.entries, b.mayTransferTo]);
}
