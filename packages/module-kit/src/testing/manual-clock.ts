import { act } from '@testing-library/react';
import type { Clock } from '@baton/contracts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves time on by `ms` and calls every timer that is due, in order. React has rendered when it returns. */
  advance(ms: number): void;
  /** How many timers are set: 0 when everything has been cleaned up. */
  pending(): number;
}

/** 2026-03-02 09:00 UTC: a Monday. */
export const testStart = Date.UTC(2026, 2, 2, 9);

export function createManualClock(start = testStart): ManualClock {
  let now = start;
  const timers = new Set<{ at: number; callback: () => void }>();
  const nextDue = (until: number) =>
    [...timers].filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at)[0];

  return {
    now: () => now,
    setTimeout(callback, ms) {
      const timer = { at: now + Math.max(0, ms), callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const until = now + ms;
      for (let due = nextDue(until); due !== undefined; due = nextDue(until)) {
        const timer = due;
        timers.delete(timer);
        now = timer.at;
        act(timer.callback);
      }
      now = until;
    },
    pending: () => timers.size,
  };
}
