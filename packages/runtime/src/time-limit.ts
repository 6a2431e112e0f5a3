import type { Clock } from '@baton/contracts';

/** A time limit has passed. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** A limit on how long something may take. */
export interface TimeLimit {
  /** Aborts when time is up, with a `TimeoutError`, or when the caller's own signal aborts, with its reason. */
  readonly signal: AbortSignal;
  /** The work's result; rejects as soon as `signal` aborts, even if the work does not notice. */
  limit<T>(work: Promise<T>): Promise<T>;
  /** Restarts the time, with `ms` from now. */
  restart(ms: number): void;
  /** Aborts now if the time is up, and returns whether it is: timers of a hidden or sleeping window are late. */
  check(): boolean;
  /** Ends the limit, and removes its timer and listeners. */
  clear(): void;
}

/** Starts a limit. Not by `AbortSignal.timeout`, which uses the system's clock only. */
export function startTimeLimit(clock: Clock, ms: number, caller?: AbortSignal, what = 'No answer'): TimeLimit {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = (): void => controller.abort(caller?.reason);
  let dueAt = Infinity;
  const startTimer = (limitMs: number) => {
    dueAt = clock.now() + limitMs;
    return clock.setTimeout(() => controller.abort(new TimeoutError(`${what} within ${limitMs} ms`)), limitMs);
  };

  let stopTimer = startTimer(ms);
  caller?.addEventListener('abort', abort, { once: true });
  if (caller?.aborted) abort();

  return {
    signal,
    limit: (work) =>
      new Promise((resolve, reject) => {
        const giveUp = (): void => reject(signal.reason);
        const settle = (): void => signal.removeEventListener('abort', giveUp);
        signal.addEventListener('abort', giveUp, { once: true });
        if (signal.aborted) giveUp();
        work.then(resolve, reject).finally(settle);
      }),
    restart(limitMs) {
      stopTimer();
      stopTimer = startTimer(limitMs);
    },
    check() {
      const isUp = clock.now() > dueAt;
      if (isUp) controller.abort(new TimeoutError(`${what} in time`));
      return isUp;
    },
    clear() {
      stopTimer();
      caller?.removeEventListener('abort', abort);
    },
  };
}

/**
 * Waits for `work`, but no longer than `ms`: then rejects with a `TimeoutError` whose message begins with `what`
 * ("No answer"), and calls `giveUp`.
 */
export function within<T>(
  clock: Clock,
  ms: number,
  what: string,
  work: Promise<T>,
  giveUp: () => void = () => undefined,
): Promise<T> {
  const { signal, limit, clear } = startTimeLimit(clock, ms, undefined, what);
  const result = limit(work);
  signal.addEventListener('abort', giveUp, { once: true });
  work.then(clear, clear);
  return result;
}
