import { useEffect, useReducer } from 'react';
import { useNow as useClock } from '@baton/ui';
import { useDesktop, useHost } from './use-host';

/** Backend time in milliseconds, right to a second, updated every `everyMs` while `enabled`. */
export function useNow(everyMs: number, enabled = true): number {
  // Each event may set the offset right by milliseconds, which nobody would see.
  const offset = useDesktop(
    (state) => state.clockOffset,
    (before, now) => Math.abs(now - before) < 1000,
  );
  return useClock(useHost().clock, everyMs, enabled) + offset;
}

/**
 * Whole seconds until `deadline` (backend time in milliseconds), rounded up and never below 0; 0 without a deadline. The
 * component renders again exactly when the number changes.
 */
export function useSecondsLeft(deadline: number | null): number {
  const { clock } = useHost();
  const offset = useDesktop((state) => state.clockOffset);
  // A timer may fire slightly early, before the number changes. The count makes the effect set the next one anyway.
  const [ticks, tick] = useReducer((count: number) => count + 1, 0);
  const seconds = deadline === null ? 0 : Math.ceil(Math.max(0, deadline - offset - clock.now()) / 1000);

  useEffect(() => {
    if (seconds === 0 || deadline === null) return undefined;
    const untilNext = deadline - offset - clock.now() - (seconds - 1) * 1000;
    return clock.setTimeout(tick, Math.max(0, untilNext));
  }, [clock, deadline, offset, seconds, ticks]);

  return seconds;
}

/** How long a countdown says that the backend's decision is awaited. */
const checkingMs = 2000;

/**
 * Whether `deadline` (backend time in milliseconds) lies ahead or has just passed. What follows then, the backend decides;
 * until it has, a countdown says that this is being checked.
 */
export function useIsChecking(deadline: number | null): boolean {
  return useSecondsLeft(deadline === null ? null : deadline + checkingMs) > 0;
}
