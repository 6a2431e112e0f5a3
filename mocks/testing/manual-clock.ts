import type { Clock } from '@baton/contracts';

/** A clock that stands still until it is told to move. */
export interface ManualClock extends Clock {
  /** Moves by `ms`; runs what falls due on the way, in order, and lets each finish its asynchronous work first. */
  advance(ms: number): Promise<void>;
}

export function createManualClock(start = Date.UTC(2026, 2, 2, 10, 40)): ManualClock {
  let now = start;
  const timers = new Set<{ at: number; callback: () => void }>();

  return {
    now: () => now,
    setTimeout(callback, ms) {
      const timer = { at: now + Math.max(0, ms), callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await settled();
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = Math.max(now, next.at);
        timers.delete(next);
        next.callback();
      }
      now = end;
      await settled();
    },
  };
}

/** Waits until all promises that can settle without time passing have settled. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
