import type { Clock } from '@baton/contracts';

/** A clock that moves only by `advance`. */
export interface ManualClock extends Clock {
  /** Moves by `ms`. Runs the timers that fall due on the way, in order, and waits for each one's asynchronous work. */
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
        await flushPromises();
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = Math.max(now, next.at);
        timers.delete(next);
        next.callback();
      }
      now = end;
      await flushPromises();
    },
  };
}

/** Waits until all promises have settled that need no timer. */
export function flushPromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
