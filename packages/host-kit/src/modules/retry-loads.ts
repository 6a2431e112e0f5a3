import type { Clock, Random } from '@baton/contracts';
import { retryDelay } from '@baton/runtime';
import type { ModuleLoader } from './module-loader';

/** Slower than for the connection, which is more urgent. */
const pace = { firstMs: 5_000, longestMs: 300_000 };

/**
 * Loads modules again that did not load: after growing pauses, and at once when the page is online again. Stops with the
 * signal.
 *
 * @param options.onLoaded called when a module that had failed has loaded
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
