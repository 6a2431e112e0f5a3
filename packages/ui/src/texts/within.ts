import type { Clock } from '@baton/contracts';

/** What `work` comes to, or an error when it takes longer than `ms`. Without a clock nothing ends the wait. */
export function within<T>(ms: number, work: Promise<T>, clock: Clock | undefined): Promise<T> {
  if (clock === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = clock.setTimeout(() => reject(new Error(`there was no answer within ${ms / 1000} s`)), ms);
    void work.then(resolve, reject).finally(stop);
  });
}
