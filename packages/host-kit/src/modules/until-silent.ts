import type { Clock } from '@baton/contracts';
import { startTimeLimit } from '@baton/runtime';

/**
 * Waits for `work` as long as code keeps coming into the page: on a thin line many files share it, and each one that
 * arrives begins the time anew. What the page asks for besides, such as news that it polls, says nothing about it.
 *
 * @throws a TimeoutError, which begins with `what`, when nothing has come for `ms`
 */
export function untilSilent<T>(clock: Clock, ms: number, what: string, work: Promise<T>): Promise<T> {
  const limit = startTimeLimit(clock, ms, undefined, what);
  const stopHearing = hearArrivals(() => limit.restart(ms));
  const end = () => {
    limit.clear();
    stopHearing();
  };
  limit.signal.addEventListener('abort', stopHearing, { once: true });
  work.then(end, end);
  return limit.limit(work);
}

function hearArrivals(onArrival: () => void): () => void {
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
