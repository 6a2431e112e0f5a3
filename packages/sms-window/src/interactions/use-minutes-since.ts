import { useEffect, useReducer } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';

const minuteMs = 60_000;

/**
 * Whole minutes since a time of the backend, never below 0; 0 without one. The component renders again when the number
 * changes.
 */
export function useMinutesSince(at: number | undefined): number {
  const { clock } = useHost();
  const offset = useDesktop((state) => state.clockOffset);
  const [ticks, tick] = useReducer((count: number) => count + 1, 0);
  const passed = at === undefined ? 0 : Math.max(0, clock.now() + offset - at);
  const minutes = Math.floor(passed / minuteMs);

  useEffect(() => {
    if (at === undefined) return undefined;
    return clock.setTimeout(tick, Math.max(0, at + (minutes + 1) * minuteMs - offset - clock.now()));
  }, [clock, at, offset, minutes, ticks]);

  return minutes;
}
