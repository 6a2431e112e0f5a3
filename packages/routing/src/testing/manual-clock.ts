import type { Clock } from '@baton/contracts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves on by `ms`, and calls every timer that falls due, in order. */
  advance(ms: number): void;
  /** How many timers are set. */
  pending(): number;
}

export function createManualClock(): ManualClock {
  let now = 0;
  const timers = new Set<{ at: number; callback: () => void }>();

  return {
    now: () => now,
    setTimeout(callback, ms) {
      const timer = { at: now + ms, callback };
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
        due.callback();
      }
      now = until;
    },
    pending: () => timers.size,
  };
}
