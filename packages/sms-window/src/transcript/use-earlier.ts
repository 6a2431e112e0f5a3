import { useEffect, useMemo, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Message } from '@baton/contracts';
import { RoutingFailure, useHost, valueOf } from '@baton/module-kit';
import type { Shown } from '../window/view';

/** How long a screen reader may take to notice what has been put in, in milliseconds. */
const noticingMs = 1000;

/** Older messages, asked for page by page. */
export interface Earlier {
  /** Oldest first; they end where the desktop's own messages begin. */
  messages: readonly Message[];
  /** Whether there are still older ones. */
  more: boolean;
  loading: boolean;
  /** The failure of the last attempt. */
  failure: { times: number; reference: string | undefined } | undefined;
  /** Older messages are being put in, which is not to be read out. */
  quiet: boolean;
  load(): void;
}

/** Reads the conversation before the first message that the desktop holds. */
export function useEarlier({ interaction, messages, earlier }: Shown): Earlier {
  const { history, clock } = useHost();
  const first = messages[0]?.index ?? 0;
  const query = useInfiniteQuery({
    queryKey: ['messages', interaction.id, first],
    queryFn: async ({ pageParam, signal }) =>
      valueOf(await history.messages(interaction.id, { before: pageParam }, signal)),
    initialPageParam: first,
    getNextPageParam: (page) => (page.earlier ? page.messages[0]?.index : undefined),
    // Only ever asked for by the agent.
    enabled: false,
    staleTime: Infinity,
  });
  const { data, isFetching, isError, error, errorUpdateCount, hasNextPage, fetchNextPage } = query;
  const pages = data?.pages.length ?? 0;
  const older = useMemo(() => data?.pages.toReversed().flatMap((page) => page.messages) ?? [], [data]);

  const [noticed, setNoticed] = useState(0);
  useEffect(() => {
    if (noticed === pages) return undefined;
    return clock.setTimeout(() => setNoticed(pages), noticingMs);
  }, [clock, noticed, pages]);

  return {
    messages: older,
    more: pages === 0 ? earlier : hasNextPage,
    loading: isFetching,
    failure: isError
      ? { times: errorUpdateCount, reference: error instanceof RoutingFailure ? error.error.reference : undefined }
      : undefined,
    quiet: isFetching || pages !== noticed,
    // Asked for again meanwhile, it is the same page.
    load: () => void fetchNextPage({ cancelRefetch: false }),
  };
}
