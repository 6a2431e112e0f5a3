import { useDesktop } from '@baton/module-kit';
import { freshness } from './freshness';
import type { Freshness } from './freshness';

/** How far presence from a page made at `pageAt` can be trusted now; both in backend time. */
export function useFreshness(pageAt: number, now: number): Freshness {
  const connection = useDesktop((state) => state.connection);
  const clockOffset = useDesktop((state) => state.clockOffset);
  return freshness(connection, pageAt, clockOffset, now);
}
