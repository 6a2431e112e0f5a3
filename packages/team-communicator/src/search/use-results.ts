import { useDesktop, useHost } from '@baton/module-kit';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { directoryKeys, staleTimeOf } from './directory-keys';
import { RoutingFailure, valueOf } from './directory-queries';
import { isKnownTarget } from '@baton/contracts';
import type { RoutingError, Target, KnownTargetKind } from '@baton/contracts';
import { useMemo, useState } from 'react';
import { sectionsOf } from './sections';
import type { Section } from './sections';

const pageSize = 50;

/** The results of a search. Their presence is as old as the pages. */
export type Results =
  | { state: 'loading' }
  | { state: 'failed'; error: RoutingError | undefined; failures: number; retrying: boolean; retry(): void }
  | {
      state: 'ready';
      /** Without empty ones, except for the favourites, whose place is shown. */
      sections: readonly Section[];
      /** The number of all matches, loaded or not; `atLeast` that many where the directory does not count them. */
      total: number | { atLeast: number };
      /** Time of the oldest page shown, in backend time. */
      at: number;
      /** What these answer. */
      query: string;
      /** Whether that is the present query: while the agent types, the earlier results stay. */
      current: boolean;
      more: 'none' | 'there' | 'loading' | 'failed';
      /** Whether more than the first page is here. */
      hasFurther: boolean;
      loadMore(): void;
      /** Sections that did not load. */
      missing: readonly ('favourites' | 'recent')[];
    };

/**
 * Searches the directory: the best matches of a query; without a query favourites, recents and all targets.
 * `withoutSelf`: without the agent's own entry.
 */
export function useResults(query: string, kinds: readonly KnownTargetKind[], withoutSelf = false): Results {
  const { agent, reads, clock, adapters } = useHost();
  const capabilities = useDesktop((state) => state.capabilities);
  const snapshotAt = useDesktop((state) => state.snapshotAt);
  const browsing = query === '';
  const queryKey = directoryKeys.targets(snapshotAt, query, kinds);
  const queries = useQueryClient();
  // Failures before the panel opened do not count: no agent has seen them.
  const [unseen] = useState(() => ({ query, failures: queries.getQueryState(queryKey)?.errorUpdateCount ?? 0 }));

  const found = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const since = clock.now();
      const page = valueOf(
        await reads.searchTargets(
          { query, kinds: [...kinds], limit: pageSize, ...(pageParam !== '' && { cursor: pageParam }) },
          signal,
        ),
      );
      if (!browsing && pageParam === '') {
        const [kind = 'all', ...others] = kinds;
        const targetKind = others.length === 0 ? kind : 'all';
        adapters.telemetry.emit({
          name: 'baton.search.performed',
          attributes: { targetKind, resultCount: page.total ?? page.targets.length, durationMs: clock.now() - since },
        });
      }
      return { ...page, query };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    ...(browsing && { staleTime: staleTimeOf(snapshotAt) }),
  });
  const favourites = useQuery({
    queryKey: directoryKeys.favourites(snapshotAt),
    queryFn: async ({ signal }) => valueOf(await reads.favourites({}, signal)),
    enabled: browsing && capabilities?.favourites === true,
    placeholderData: keepPreviousData,
    staleTime: staleTimeOf(snapshotAt),
  });
  const recents = useQuery({
    queryKey: directoryKeys.recents(snapshotAt),
    queryFn: async ({ signal }) => valueOf(await reads.recents({}, signal)),
    enabled: browsing && capabilities?.recents === true,
    placeholderData: keepPreviousData,
    staleTime: staleTimeOf(snapshotAt),
  });

  const pages = found.data?.pages;
  // Previous results stay under their own headings until the new ones are here.
  const answeredBrowsing = (pages?.[0]?.query ?? query) === '';
  const sections = useMemo(() => {
    const fitting = (targets: readonly Target[] = []) =>
      targets
        .filter(isKnownTarget)
        .filter((target) => kinds.includes(target.kind) && !(withoutSelf && isAgent(target, agent.id)));
    const all = fitting(pages?.flatMap((page) => page.targets));
    if (!answeredBrowsing) return all.length > 0 ? [{ id: 'best' as const, targets: all }] : [];
    return sectionsOf([
      { id: 'favourites', targets: fitting(favourites.data?.targets) },
      { id: 'recent', targets: fitting(recents.data?.targets) },
      { id: 'everyone', targets: all },
    ]).filter(({ id, targets }) => targets.length > 0 || (id === 'favourites' && favourites.data !== undefined));
  }, [pages, favourites.data, recents.data, kinds, answeredBrowsing, withoutSelf, agent.id]);

  const failures = found.errorUpdateCount - (query === unseen.query ? unseen.failures : 0);
  // A retried search counts as new for react-query: it has no error, and perhaps the results of the search before.
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
  // Favourites that come later would push the other results down.
  if (!newest || (browsing && (favourites.isLoading || recents.isLoading))) return { state: 'loading' };
  const loaded = pages?.flatMap(({ targets }) => targets) ?? [];
  const self = Number(withoutSelf && loaded.some((one) => isAgent(one, agent.id)));
  const totalOf = (counted = found.hasNextPage ? undefined : loaded.length) =>
    counted === undefined ? { atLeast: loaded.length - self } : counted - self;
  const shown = [...(pages ?? []), ...(browsing ? [favourites.data, recents.data] : [])];
  return {
    state: 'ready',
    sections,
    total: totalOf(newest.total),
    at: Math.min(...shown.flatMap((page) => page?.at ?? [])),
    query: newest.query,
    current: !found.isPlaceholderData,
    more: found.isFetchingNextPage
      ? 'loading'
      : found.isFetchNextPageError
        ? 'failed'
        : found.hasNextPage
          ? 'there'
          : 'none',
    hasFurther: (pages?.length ?? 0) > 1,
    loadMore: () => void found.fetchNextPage({ cancelRefetch: false }),
    missing: browsing
      ? [
          ...(favourites.isLoadingError ? (['favourites'] as const) : []),
          ...(recents.isLoadingError ? (['recent'] as const) : []),
        ]
      : [],
  };
}

function isAgent(target: Target, agentId: string): boolean {
  return target.kind === 'agent' && target.id === agentId;
}
