import type { Clock } from '@baton/contracts';

/** Something did not come in time. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/**
 * Waits for `work`, but no longer than `ms`: then calls `giveUp` and rejects with
 * a `TimeoutError`. Nobody waits for ever.
 */
export function within<T>(
  clock: Clock,
  ms: number,
  what: string,
  work: Promise<T>,
  giveUp: () => void = () => undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = clock.setTimeout(() => {
      reject(new TimeoutError(`${what} within ${ms} ms`));
      giveUp();
    }, ms);
    work.then(resolve, reject).finally(stop);
  });
}
