import { useEffect, useReducer } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';

/** Backend time in milliseconds, renewed as soon as the next of `moments` (backend time) has come. */
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
