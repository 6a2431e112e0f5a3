import { knownOr, targetKey } from '@baton/contracts';
import type { Known, PresenceState, TargetPage, TargetQuery, KnownTargetRef } from '@baton/contracts';
import { searcherIn, directoryShownTo, targetFor } from './directory';
import type { Searcher } from './directory';
import { refuse } from './inputs';
import type { Answer } from './inputs';
import { prefixesIn, matchesAll } from './search-index';
import type { CentreState, DirectoryView, Entry } from './state';
import { find } from './table';
import { targetListsOf } from './target-lists';

/**
 * Searches the directory for an agent at the time `at`: every word of the query
 * begins a word of name, nickname, address or type, regardless of case and
 * accents. Sorted by readiness, then favourites first, then by name. The order
 * is that of the moment, so a target may move between two pages.
 */
export function searchTargets(state: CentreState, agentId: string, query: TargetQuery, at: number): Answer<TargetPage> {
  const { limit = 50, cursor = '0' } = query;
  if (!/^\d{1,9}$/.test(cursor)) return { ok: false, problem: refuse('validation', `No page begins at "${cursor}"`) };
  return page(state, agentId, at, (view, searcher) => {
    const matches = matching(state, view, searcher, query);
    const start = Number(cursor);
    const end = start + limit;
    return {
      entries: matches.slice(start, end),
      total: matches.length,
      ...(end < matches.length && { next: String(end) }),
    };
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

/** The entries that a query finds, in order. The search index is in the order of names already. */
function matching(
  state: CentreState,
  { entries }: DirectoryView,
  searcher: Searcher,
  { query, kinds }: TargetQuery,
): Entry[] {
  const wanted = prefixesIn(query ?? '');
  const preferred = new Set(wanted.length > 0 ? targetListsOf(state, searcher.id).favourites.map(targetKey) : []);
  const ranks: { favourites: Entry[]; others: Entry[] }[] = [];
  for (const listing of state.directory.searchIndex) {
    if (!matchesAll(listing, wanted)) continue;
    const entry = find(entries, listing.key);
    if (!entry || (kinds && !kinds.includes(entry.kind))) continue;
    const rank = (ranks[rankOf(entry, searcher)] ??= { favourites: [], others: [] });
    (preferred.has(listing.key) ? rank.favourites : rank.others).push(entry);
  }
  return ranks.flatMap((rank) => [...rank.favourites, ...rank.others]);
}

const presenceRanks: Record<Known<PresenceState>, number> = {
  ready: 0,
  busy: 1,
  notReady: 2,
  afterCallWork: 2,
  unknown: 3,
  offline: 3,
};

function rankOf(entry: Entry, searcher: Searcher): number {
  const target = targetFor(entry, searcher, 0);
  if (target.kind === 'agent') return presenceRanks[knownOr(target.presence?.state ?? 'unknown', 'unknown')];
  const ready = target.figures?.ready;
  if (ready === undefined) return presenceRanks.unknown;
  if (ready > 0) return presenceRanks.ready;
  return target.sms.available === false && target.sms.reason === 'noAgents'
    ? presenceRanks.offline
    : presenceRanks.notReady;
}
