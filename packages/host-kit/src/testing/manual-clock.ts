import type { Clock, Random } from '@baton/contracts';

/** A clock that stands until it is moved. */
export interface ManualClock extends Clock {
  /** Moves on, calling back whatever falls due, in order. */
  advance(ms: number): void;
  /** How many callbacks wait. */
  pending(): number;
}

/** Makes one that stands at zero. */
export function manualClock(): ManualClock {
  let now = 0;
  const timers = new Set<{ at: number; callback: () => void }>();
  return {
    now: () => now,
    pending: () => timers.size,
    setTimeout(callback, ms) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        timers.delete(next);
        now = next.at;
        next.callback();
      }
      now = until;
    },
  };
}

/** Chance that counts: every id is one more than the last. */
export function countingRandom(): Random {
  let count = 0;
  return { id: () => `id-${String((count += 1)).padStart(6, '0')}`, next: () => 0.5 };
}

/** Lets promises that are settled call back. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
