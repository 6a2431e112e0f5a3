import { targetKey } from '@baton/contracts';
import type { TargetRef } from '@baton/contracts';
import { findTarget } from './directory';
import type { Draft } from './draft';
import { refuse } from './inputs';
import type { Refusal } from './inputs';
import { maxRecents } from './limits';
import type { CentreState, TargetLists } from './state';
import { find } from './state';

/** An agent's favourite and recent targets. */
export function targetListsOf(state: CentreState, agentId: string): TargetLists {
  return find(state.targetLists, agentId) ?? { favourites: [], version: 0, recents: [] };
}

export function saveFavourite(draft: Draft, agentId: string, { target }: { target: TargetRef }): Refusal | undefined {
  const found = findTarget(draft.state, target);
  if (!found) return refuse('not_found', `No ${target.kind} "${target.id}"`);
  const lists = targetListsOf(draft.state, agentId);
  if (lists.favourites.some(same(target))) return undefined;
  draft.put('targetLists', agentId, {
    ...lists,
    favourites: [...lists.favourites, found.target],
    version: draft.cursor,
  });
  return undefined;
}

export function removeFavourite(draft: Draft, agentId: string, { target }: { target: TargetRef }): void {
  const lists = targetListsOf(draft.state, agentId);
  if (!lists.favourites.some(same(target))) return;
  const favourites = lists.favourites.filter((other) => !same(target)(other));
  draft.put('targetLists', agentId, { ...lists, favourites, version: draft.cursor });
}

/** Remembers a target as used just now. */
export function addRecent(draft: Draft, agentId: string, { target }: { target: TargetRef }): Refusal | undefined {
  const found = findTarget(draft.state, target);
  if (!found) return refuse('not_found', `No ${target.kind} "${target.id}"`);
  const lists = targetListsOf(draft.state, agentId);
  const others = lists.recents.filter((other) => !same(target)(other));
  draft.put('targetLists', agentId, { ...lists, recents: [found.target, ...others].slice(0, maxRecents) });
  return undefined;
}

function same(target: TargetRef): (other: TargetRef) => boolean {
  return (other) => targetKey(other) === targetKey(target);
}
