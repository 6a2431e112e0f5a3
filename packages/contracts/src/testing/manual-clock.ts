import type { Clock } from '../host/clock';

/** A clock that stands still until a test advances it. */
export interface ManualClock extends Clock {
  /** Advances the time by `ms`, and calls every timer that becomes due, in order. */
  advance(ms: number): void;
  /** The number of active timers: 0 when everything has been cleaned up. */
  pending(): number;
}

/**
 * Makes a clock that starts at `start`.
 *
 * @param call calls a timer; for tests that have to wrap each call
 */
export function createManualClock(start = 0, call: (timer: () => void) => void = (timer) => timer()): ManualClock {
  let now = start;
  const timers = new Set<{ at: number; callback: () => void }>();

  return {
    now: () => now,
    setTimeout(callback, ms) {
      const timer = { at: now + Math.max(0, ms), callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const until = now + ms;
      for (;;) {
        const [due] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!due) break;
        timers.delete(due);
        now = due.at;
        call(due.callback);
      }
      now = until;
    },
    pending: () => timers.size,
  };
}
