import { useDesktop } from '@baton/module-kit';
import { shallowEqual } from '@baton/ui';
import { freshness } from './freshness';
import type { Freshness } from './freshness';
import { useTargetAvailability } from './use-target-availability';

/** The freshness of presence in a page made at `pageAt`; both times in backend time. */
export function useFreshness(pageAt: number, now: number): Freshness {
  const availability = useTargetAvailability();
  return useDesktop(
    ({ connection, clockOffset }) => freshness(availability, connection, pageAt, clockOffset, now),
    shallowEqual,
  );
}
