import type { EarlierInteractionPage } from '@baton/contracts';
import { createPastReads, usePast } from './use-past';
import type { PastState } from './use-past';

const pages = createPastReads<EarlierInteractionPage>();

/** Conversations of the same customer that ended before this one: the last ones, or those before the one with id `before`. */
export function useEarlierInteractions(
  interactionId: string,
  before?: string,
): PastState<EarlierInteractionPage> & { retry(): void } {
  return usePast(pages, `${interactionId} ${before}`, (reads) =>
    reads.earlierInteractions({ interactionId, limit: 10, ...(before !== undefined && { before }) }),
  );
}
