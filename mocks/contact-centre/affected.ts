import type { CentreState } from './state';
import { changesBetween, find, get } from './table';

/** Agents whose record, conversations or offers have changed, in the order of the agents. Those who have gone are left out. */
export function affectedAgents(before: CentreState, after: CentreState): ReadonlySet<string> {
  return affected(before, after).agents;
}

/** Agents who have been removed. */
export function goneAgents(before: CentreState, after: CentreState): readonly string[] {
  return affected(before, after).gone;
}

/** Pools that have changed, or have an affected member. */
export function affectedPools(before: CentreState, after: CentreState): ReadonlySet<string> {
  return affected(before, after).pools;
}

interface Affected {
  readonly agents: ReadonlySet<string>;
  readonly gone: readonly string[];
  readonly pools: ReadonlySet<string>;
}

/** The rules of a step ask one after the other, and most of them change nothing of this. */
let latest: { before: CentreState; after: CentreState; affected: Affected } | undefined;

function affected(before: CentreState, after: CentreState): Affected {
  if (!latest || !hasSameWork(latest.before, before) || !hasSameWork(latest.after, after))
    latest = { before, after, affected: compare(before, after) };
  return latest.affected;
}

function hasSameWork(one: CentreState, other: CentreState): boolean {
  return (
    one.agents === other.agents &&
    one.pools === other.pools &&
    one.index.owned === other.index.owned &&
    one.index.invited === other.index.invited
  );
}

function compare(before: CentreState, after: CentreState): Affected {
  const records = changesBetween(before.agents, after.agents);
  const work = [
    ...changesBetween(before.index.owned, after.index.owned),
    ...changesBetween(before.index.invited, after.index.invited),
  ];
  const agents = new Set<string>();
  const gone: string[] = [];
  for (const { id, after: agent } of records) {
    if (agent) agents.add(id);
    else gone.push(id);
  }
  for (const { id } of work) if (find(after.agents, id)) agents.add(id);
  const pools = new Set(changesBetween(before.pools, after.pools).map(({ id }) => id));
  for (const id of agents) for (const key of get(after.agents, id).pools) pools.add(key);
  return { agents, gone, pools };
}
