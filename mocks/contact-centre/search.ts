import { targetKey, targetKinds } from '@baton/contracts';
import type { TargetKey, TargetPage, TargetQuery, KnownTargetRef } from '@baton/contracts';
import { rankOf } from '@baton/directory';
import { searcherIn, directoryShownTo, targetFor } from './directory';
import type { Searcher } from './directory';
import { refuse } from './inputs';
import type { Answer } from './inputs';
import type { DirectoryIndex } from './search-index';
import type { CentreState, DirectoryView, Entry } from './state';
import { find, rowsOf } from './table';
import { targetListsOf } from './target-lists';

/** Who searches, when, and by what index. */
export interface SearchReader {
  readonly agentId: string;
  /** The contact centre's clock. */
  readonly at: number;
  readonly index: DirectoryIndex;
}

/**
 * Searches the directory: what the agent has typed or pasted must be found in name, nickname, address and type, as
 * `@baton/directory` compares them. Sorted by readiness, then favourites first, then by name. The order is that of the
 * moment, so a target may move between two pages.
 */
export function searchTargets(
  state: CentreState,
  { agentId, at, index }: SearchReader,
  { query = '', kinds, limit = 50, cursor = '0' }: TargetQuery,
): Answer<TargetPage> {
  if (!/^\d{1,9}$/.test(cursor)) return { ok: false, problem: refuse('validation', `No page begins at "${cursor}"`) };
  const start = Number(cursor);
  const end = start + limit;
  return page(state, agentId, at, (view, searcher) => {
    const { keys, total } = index.search(view.entries, {
      query,
      kinds,
      start,
      end,
      preferred: query.trim() === '' ? [] : targetListsOf(state, agentId).favourites.map(targetKey),
      ranks: ranksFor(state, view, searcher),
    });
    const entries = keys.flatMap((key) => find(view.entries, key) ?? []);
    return { entries, total, ...(end < total && { next: String(end) }) };
  });
}

/** An agent's favourites that still exist, oldest first. */
export function favourites(state: CentreState, agentId: string, at: number): Answer<TargetPage> {
  return pageOfRefs(state, agentId, at, targetListsOf(state, agentId).favourites);
}

/** The last targets an agent has used that still exist, newest first. */
export function recents(state: CentreState, agentId: string, at: number): Answer<TargetPage> {
  return pageOfRefs(state, agentId, at, targetListsOf(state, agentId).recents);
}

function pageOfRefs(
  state: CentreState,
  agentId: string,
  at: number,
  refs: readonly KnownTargetRef[],
): Answer<TargetPage> {
  return page(state, agentId, at, ({ entries: all }) => {
    const entries = refs.flatMap((ref) => find(all, targetKey(ref)) ?? []);
    return { entries, total: entries.length };
  });
}

type FoundPage = Omit<TargetPage, 'at' | 'targets'> & { entries: readonly Entry[] };

function page(
  state: CentreState,
  agentId: string,
  at: number,
  choose: (view: DirectoryView, searcher: Searcher) => FoundPage,
): Answer<TargetPage> {
  const agent = find(state.agents, agentId);
  if (!agent) return { ok: false, problem: refuse('not_found', `No agent "${agentId}"`) };
  const view = directoryShownTo(state, agentId);
  const searcher = searcherIn(view, agent);
  const { entries, ...found } = choose(view, searcher);
  const targets = entries.map((entry) => targetFor(entry, searcher, state.cursor));
  return { ok: true, value: { ...found, targets, at: state.directory.frozen ? state.directory.publishedAt : at } };
}

/** The ranks of pools that look different to this agent: it is in them, or may not transfer to them. */
function ranksFor(state: CentreState, { entries }: DirectoryView, searcher: Searcher): Map<TargetKey, number> {
  const barred = targetKinds.filter((kind) => !searcher.permitted.includes(kind));
  const others = barred.length > 0 ? rowsOf(state.pools).filter(({ kind }) => barred.includes(kind)) : [];
  const keys = [...searcher.pools, ...others.map(targetKey)];
  const concerned = keys.flatMap((key) => find(entries, key) ?? []);
  return new Map(concerned.map((entry) => [targetKey(entry), rankOf(targetFor(entry, searcher, state.cursor))]));
}
