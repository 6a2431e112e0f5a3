import { targetKey } from '@baton/contracts';
import type { KnownTargetRef } from '@baton/contracts';
import { findTarget } from './directory';
import type { Transaction } from './transaction';
import { refuse } from './inputs';
import type { Refusal } from './inputs';
import { maxRecents } from './limits';
import type { CentreState, TargetLists } from './state';
import { find } from './table';

/** An agent's favourite and recent targets. */
export function targetListsOf(state: CentreState, agentId: string): TargetLists {
  return find(state.targetLists, agentId) ?? { favourites: [], version: 0, recents: [] };
}

export function saveFavourite(
  tx: Transaction,
  agentId: string,
  { target }: { target: KnownTargetRef },
): Refusal | undefined {
  const found = findTarget(tx.state, target);
  if (!found) return refuse('not_found', `No ${target.kind} "${target.id}"`);
  const lists = targetListsOf(tx.state, agentId);
  if (lists.favourites.some(same(target))) return undefined;
  tx.put('targetLists', agentId, {
    ...lists,
    favourites: [...lists.favourites, found.target],
    version: tx.cursor,
  });
  return undefined;
}

export function removeFavourite(tx: Transaction, agentId: string, { target }: { target: KnownTargetRef }): void {
  const lists = targetListsOf(tx.state, agentId);
  if (!lists.favourites.some(same(target))) return;
  const favourites = lists.favourites.filter((other) => !same(target)(other));
  tx.put('targetLists', agentId, { ...lists, favourites, version: tx.cursor });
}

/** Remembers a target as used just now. */
export function addRecent(
  tx: Transaction,
  agentId: string,
  { target }: { target: KnownTargetRef },
): Refusal | undefined {
  const found = findTarget(tx.state, target);
  if (!found) return refuse('not_found', `No ${target.kind} "${target.id}"`);
  const lists = targetListsOf(tx.state, agentId);
  const others = lists.recents.filter((other) => !same(target)(other));
  tx.put('targetLists', agentId, { ...lists, recents: [found.target, ...others].slice(0, maxRecents) });
  return undefined;
}

function same(target: KnownTargetRef): (other: KnownTargetRef) => boolean {
  return (other) => targetKey(other) === targetKey(target);
}
