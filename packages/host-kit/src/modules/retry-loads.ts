import type { Clock, Random } from '@baton/contracts';
import { retryDelay } from '@baton/runtime';
import type { ModuleLoader } from './module-loader';

/** A module that did not load is not as urgent as the connection. */
const pace = { firstMs: 5_000, longestMs: 300_000 };

/**
 * Loads again by itself what did not load: after a pause that doubles, and at once when the page comes back on line.
 * Ends with the signal.
 *
 * @param options.onLoaded called when a module that had failed is here
 */
export function retryLoads(
  loader: ModuleLoader,
  {
    clock,
    random,
    onLoaded,
    signal,
  }: { clock: Clock; random: Random; onLoaded(module: string): void; signal: AbortSignal },
): void {
  const failed = new Map<string, { failures: number; stop(): void }>();

  async function load(module: string): Promise<void> {
    failed.get(module)?.stop();
    const result = await loader.load(module);
    if (result.ok && !signal.aborted) onLoaded(module);
  }

  const unsubscribe = loader.subscribe((module, state) => {
    const before = failed.get(module);
    if (state.state === 'ready') {
      before?.stop();
      failed.delete(module);
    }
    // The versions of page and module do not change by asking again.
    if (state.state !== 'failed' || state.error.stage === 'contract') return;
    before?.stop();
    const failures = (before?.failures ?? 0) + 1;
    const stop = clock.setTimeout(() => void load(module), retryDelay(failures, random, pace));
    failed.set(module, { failures, stop });
  });

  const loadAll = () => [...failed.keys()].forEach((module) => void load(module));
  window.addEventListener('online', loadAll);
  signal.addEventListener(
    'abort',
    () => {
      unsubscribe();
      window.removeEventListener('online', loadAll);
      for (const { stop } of failed.values()) stop();
    },
    { once: true },
  );
}
