import type { Clock, Result } from '@baton/contracts';

/** Pauses before each retry, in milliseconds: after a short outage the agent need not press *Try again*. */
const pausesMs = [1000, 2000];

/** Sends a read, and sends it again after each pause while its failure is retryable. */
export async function readWithRetries<T>(
  ask: () => Promise<Result<T>>,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Result<T>> {
  let answer = await ask();
  for (const pause of pausesMs) {
    // A backend that asks for a pause is not asked again unless the agent does.
    if (answer.ok || !answer.error.retryable || answer.error.retryAfterMs || signal?.aborted) break;
    await new Promise<void>((resolve) => {
      const cancel = clock.setTimeout(resolve, pause);
      signal?.addEventListener('abort', () => (cancel(), resolve()), { once: true });
    });
    if (!signal?.aborted) answer = await ask();
  }
  return answer;
}
