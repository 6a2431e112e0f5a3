import { RoutingFailure, useDesktop, useHost, valueOf } from '@baton/module-kit';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { directoryKeys, newFor } from './directory-keys';
import type { RoutingError, Target, TargetKind } from '@baton/contracts';
import { useMemo, useState } from 'react';
import { sectionsOf } from './sections';
import type { Section } from './sections';

const pageSize = 50;

/** What the directory has for a query. Presence in it is as old as the pages. */
export type Results =
  | { state: 'loading' }
  | { state: 'failed'; error: RoutingError | undefined; failures: number; retrying: boolean; retry(): void }
  | {
      state: 'ready';
      /** Without the empty ones, but for the favourites: their place is shown. */
      sections: readonly Section[];
      /** How many targets match in all, loaded or not. */
      total: number;
      /** When the newest page was made, backend time. */
      at: number;
      /** Whether this answers the present query; while typing, the results before stay. */
      current: boolean;
      more: 'none' | 'there' | 'loading' | 'failed';
      loadMore(): void;
      /** Sections that did not load. */
      missing: readonly ('favourites' | 'recent')[];
    };

/**
 * Asks the directory: best matches with a query, favourites, recents and everyone without.
 * `withoutSelf`: the agent's own entry is left out.
 */
export function useResults(query: string, kinds: readonly TargetKind[], withoutSelf = false): Results {
  const { agent, directory, clock, adapters } = useHost();
  const capabilities = useDesktop((state) => state.capabilities);
  const snapshotAt = useDesktop((state) => state.snapshotAt);
  const browsing = query === '';
  const queryKey = directoryKeys.targets(snapshotAt, query, kinds);
  const queries = useQueryClient();
  // What failed before the panel opened was seen by nobody.
  const [unseen] = useState(() => ({ query, failures: queries.getQueryState(queryKey)?.errorUpdateCount ?? 0 }));

  const found = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const since = clock.now();
      const page = valueOf(
        await directory.search(
          { query, kinds: [...kinds], limit: pageSize, ...(pageParam !== '' && { cursor: pageParam }) },
          signal,
        ),
      );
      if (!browsing && pageParam === '') {
        const [kind = 'all', ...others] = kinds;
        const targetKind = others.length === 0 ? kind : 'all';
        adapters.telemetry.emit({
          name: 'baton.search.performed',
          attributes: { targetKind, resultCount: page.total, durationMs: clock.now() - since },
        });
      }
      return { ...page, query };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    ...(browsing && { staleTime: newFor(snapshotAt) }),
  });
  const favourites = useQuery({
    queryKey: directoryKeys.favourites(snapshotAt),
    queryFn: async ({ signal }) => valueOf(await directory.favourites(signal)),
    enabled: browsing && capabilities?.favourites === true,
    placeholderData: keepPreviousData,
    staleTime: newFor(snapshotAt),
  });
  const recents = useQuery({
    queryKey: directoryKeys.recents(snapshotAt),
    queryFn: async ({ signal }) => valueOf(await directory.recents(signal)),
    enabled: browsing && capabilities?.recents === true,
    placeholderData: keepPreviousData,
    staleTime: newFor(snapshotAt),
  });

  const pages = found.data?.pages;
  // Previous results stay under their own headings until the new ones are here.
  const answeredBrowsing = (pages?.[0]?.query ?? query) === '';
  const sections = useMemo(() => {
    const fitting = (targets: readonly Target[] = []) =>
      targets.filter((target) => kinds.includes(target.kind) && !(withoutSelf && isAgent(target, agent.id)));
    const all = fitting(pages?.flatMap((page) => page.targets));
    if (!answeredBrowsing) return all.length > 0 ? [{ id: 'best' as const, targets: all }] : [];
    return sectionsOf([
      { id: 'favourites', targets: fitting(favourites.data?.targets) },
      { id: 'recent', targets: fitting(recents.data?.targets) },
      { id: 'everyone', targets: all },
    ]).filter(({ id, targets }) => targets.length > 0 || (id === 'favourites' && favourites.isSuccess));
  }, [pages, favourites.data, favourites.isSuccess, recents.data, kinds, answeredBrowsing, withoutSelf, agent.id]);

  const failures = found.errorUpdateCount - (query === unseen.query ? unseen.failures : 0);
  // A question that failed and is asked again counts as new: it has no error, and perhaps the results of the one before.
  if ((!pages || found.isPlaceholderData) && (found.isError || failures > 0)) {
    return {
      state: 'failed',
      error: found.error instanceof RoutingFailure ? found.error.error : undefined,
      failures,
      retrying: found.isFetching,
      retry: () => void found.refetch({ cancelRefetch: false }),
    };
  }
  const newest = pages?.at(-1);
  // Favourites would push everything down if they came after the rest.
  if (!newest || (browsing && (favourites.isLoading || recents.isLoading))) return { state: 'loading' };
  return {
    state: 'ready',
    sections,
    total:
      newest.total - Number(withoutSelf && pages?.some(({ targets }) => targets.some((one) => isAgent(one, agent.id)))),
    at: newest.at,
    current: !found.isPlaceholderData,
    more: found.isFetchingNextPage
      ? 'loading'
      : found.isFetchNextPageError
        ? 'failed'
        : found.hasNextPage
          ? 'there'
          : 'none',
    loadMore: () => void found.fetchNextPage({ cancelRefetch: false }),
    missing: browsing
      ? [...(favourites.isError ? (['favourites'] as const) : []), ...(recents.isError ? (['recent'] as const) : [])]
      : [],
  };
}

function isAgent(target: Target, agentId: string): boolean {
  return target.kind === 'agent' && target.id === agentId;
}
