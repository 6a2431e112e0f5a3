import type { Clock } from '@baton/contracts';
import { useEffect, useState } from 'react';

/**
 * The present time in milliseconds, updated every `everyMs`. While not `enabled`
 * no timer runs and the last time stays.
 */
export function useNow(clock: Clock, everyMs: number, enabled = true): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    if (!enabled) return;
    let cancel: () => void;
    const tick = () => {
      setNow(clock.now());
      cancel = clock.setTimeout(tick, everyMs);
    };
    tick();
    return () => cancel();
  }, [clock, everyMs, enabled]);
  return now;
}
