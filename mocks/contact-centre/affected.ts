import type { CentreState } from './state';
import { changesBetween, find, get } from './table';

/** Agents whose record, conversations or offers have changed, in the order of the agents. Those who have gone are left out. */
export function affectedAgents(before: CentreState, after: CentreState): ReadonlySet<string> {
  const changed = [
    ...changesBetween(before.agents, after.agents),
    ...changesBetween(before.index.owned, after.index.owned),
    ...changesBetween(before.index.invited, after.index.invited),
  ];
  return new Set(changed.flatMap(({ id }) => (find(after.agents, id) ? id : [])));
}

/** Pools that have changed, or have an affected member. */
export function affectedPools(before: CentreState, after: CentreState): ReadonlySet<string> {
  return new Set([
    ...changesBetween(before.pools, after.pools).map(({ id }) => id),
    ...[...affectedAgents(before, after)].flatMap((id) => get(after.agents, id).pools),
  ]);
}
