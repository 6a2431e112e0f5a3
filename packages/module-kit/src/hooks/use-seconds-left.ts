import { useEffect, useReducer } from 'react';
import { useDesktop } from './use-desktop';
import { useHost } from './use-host';

/**
 * Whole seconds until `deadline` (backend time in milliseconds), rounded up and
 * never below 0; renewed exactly when the number changes. Without a deadline 0.
 */
export function useSecondsLeft(deadline: number | null): number {
  const { clock } = useHost();
  const offset = useDesktop((state) => state.clockOffset);
  // A timer may fire a moment early; counting its calls makes sure that the next one is set all the same.
  const [renewals, renew] = useReducer((count: number) => count + 1, 0);
  const seconds = deadline === null ? 0 : Math.ceil(Math.max(0, deadline - offset - clock.now()) / 1000);

  useEffect(() => {
    if (seconds === 0 || deadline === null) return undefined;
    const untilNext = deadline - offset - clock.now() - (seconds - 1) * 1000;
    return clock.setTimeout(renew, Math.max(0, untilNext));
  }, [clock, deadline, offset, seconds, renewals]);

  return seconds;
}
