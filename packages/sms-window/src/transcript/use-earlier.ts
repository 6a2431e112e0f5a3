import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Conversation, Message, ReadAnswer } from '@baton/contracts';
import { useHost } from '@baton/module-kit';
import { readWithRetries } from './read-with-retries';

/** Older messages, asked for page by page. */
export interface Earlier {
  /** Oldest first; they end where the desktop's own messages begin. */
  messages: readonly Message[];
  /** Whether there are still older ones. */
  more: boolean;
  loading: boolean;
  /** The failure of the last attempt. */
  failure: { times: number; reference: string } | undefined;
  load(): Promise<void>;
}

type Page = ReadAnswer<'messages'>;

/** Pages, newest first, by conversation and the message that they end before; for as long as the module is mounted. */
export type EarlierPages = Map<string, readonly Page[]>;

const noPages: readonly Page[] = [];
const idle: Pick<Earlier, 'loading' | 'failure'> = { loading: false, failure: undefined };

/** Reads the conversation before the first message that the desktop holds, when the agent asks for it. */
export function useEarlier(interactionId: string, { messages, earlier }: Conversation, kept: EarlierPages): Earlier {
  const { reads, clock } = useHost();
  const first = messages[0]?.index ?? 0;
  const key = `${interactionId} ${first}`;
  const pages = kept.get(key) ?? noPages;
  const oldest = pages.at(-1);
  const [{ loading, failure }, setAsking] = useState(idle);
  const asking = useRef<AbortController>(undefined);
  const older = useMemo(() => pages.toReversed().flatMap((page) => page.messages), [pages]);

  useEffect(
    () => () => {
      asking.current?.abort();
      asking.current = undefined;
      setAsking(idle);
    },
    [key],
  );

  const load = useCallback(async (): Promise<void> => {
    // A request for the same page is under way.
    if (asking.current !== undefined) return;
    const { signal } = (asking.current = new AbortController());
    setAsking({ loading: true, failure });
    const query = { interactionId, before: oldest?.messages[0]?.index ?? first };
    const answer = await readWithRetries(() => reads.messages(query, signal), clock, signal);
    if (signal.aborted) return;
    asking.current = undefined;
    if (answer.ok) kept.set(key, [...pages, answer.value]);
    setAsking(
      answer.ok
        ? idle
        : { loading: false, failure: { times: (failure?.times ?? 0) + 1, reference: answer.error.reference } },
    );
  }, [reads, clock, kept, key, interactionId, pages, oldest, first, failure]);

  // A message was lost on its way, and those before it do not join any more: they are asked for at once.
  const shownFrom = useRef(first);
  useEffect(() => {
    if (first > shownFrom.current) void load();
    shownFrom.current = first;
  });

  return {
    messages: older,
    more: oldest === undefined ? earlier : oldest.earlier && oldest.messages.length > 0,
    loading,
    failure,
    load,
  };
}
