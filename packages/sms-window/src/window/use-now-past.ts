import { useEffect, useReducer } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';

/** The backend's time. Renders again at the next of `moments`. Both in milliseconds of backend time. */
export function useNowPast(moments: readonly number[]): number {
  const { clock } = useHost();
  const offset = useDesktop((state) => state.clockOffset);
  const [, renew] = useReducer((count: number) => count + 1, 0);
  const now = clock.now() + offset;
  const next = Math.min(...moments.filter((moment) => moment > now));

  useEffect(() => {
    if (next === Infinity) return undefined;
    return clock.setTimeout(renew, next - offset - clock.now());
  }, [clock, next, offset]);

  return now;
}
