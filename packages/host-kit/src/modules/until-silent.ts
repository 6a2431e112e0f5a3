import type { Clock } from '@baton/contracts';
import { startTimeLimit } from '@baton/runtime';

/** How long no code may arrive while a module loads, unless the host sets `loadPatienceMs`. */
export const silenceLimitMs = 5000;

/**
 * Waits for `work` as long as code keeps arriving in the page: many files share a slow connection, so each file that
 * arrives restarts the time limit. Other requests of the page, such as polling, do not.
 *
 * @throws a TimeoutError whose message begins with `what`, when no code has arrived for `ms`
 */
export function untilSilent<T>(clock: Clock, ms: number, what: string, work: Promise<T>): Promise<T> {
  const limit = startTimeLimit(clock, ms, undefined, what);
  const stopWatching = watchArrivals(() => limit.restart(ms));
  const end = () => {
    limit.clear();
    stopWatching();
  };
  limit.signal.addEventListener('abort', stopWatching, { once: true });
  work.then(end, end);
  return limit.limit(work);
}

function watchArrivals(onArrival: () => void): () => void {
  // Missing in test environments.
  if (typeof PerformanceObserver === 'undefined') return () => undefined;
  const observer = new PerformanceObserver((arrived) => {
    if (arrived.getEntries().some(isCode)) onArrival();
  });
  observer.observe({ type: 'resource' });
  return () => observer.disconnect();
}

function isCode(entry: PerformanceEntry): boolean {
  const by: unknown = Reflect.get(entry, 'initiatorType');
  return by === 'script' || by === 'link';
}
