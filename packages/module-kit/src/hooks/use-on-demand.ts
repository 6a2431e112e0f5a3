import { useEffect, useReducer, useState } from 'react';

/** Code in a chunk of its own, fetched once when it is needed. For everything but reading, writing and answering. */
export interface OnDemand<T> {
  /** The module's exports, once it has loaded. */
  loaded(): T | undefined;
  load(): Promise<T>;
}

/** Makes code load on demand. A failed load is repeated by the next `load`. */
export function onDemand<T>(fetch: () => Promise<T>): OnDemand<T> {
  let code: T | undefined;
  return { loaded: () => code, load: async () => (code ??= await fetch()) };
}

/** The state of code that a component needs. */
export type CodeState<T> = { state: 'loading' } | { state: 'ready'; code: T } | { state: 'failed'; retry(): void };

/** Loads code when the component is mounted. Ready in the first render if it has loaded before. */
export function useOnDemand<T>(wanted: OnDemand<T>): CodeState<T> {
  const [attempt, retry] = useReducer((count: number) => count + 1, 0);
  const [outcome, setOutcome] = useState<'loading' | 'ready' | 'failed'>('loading');

  useEffect(() => {
    setOutcome('loading');
    wanted.load().then(
      () => setOutcome('ready'),
      () => setOutcome('failed'),
    );
  }, [wanted, attempt]);

  const code = wanted.loaded();
  if (code !== undefined) return { state: 'ready', code };
  return outcome === 'failed' ? { state: 'failed', retry } : { state: 'loading' };
}
