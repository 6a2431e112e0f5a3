import { useEffect, useReducer, useState } from 'react';

/** Code that is not needed to read, write or answer: a chunk of its own, fetched once. */
export interface OnDemand<T> {
  /** What it exports, once it is here. */
  here(): T | undefined;
  load(): Promise<T>;
}

export function onDemand<T>(fetch: () => Promise<T>): OnDemand<T> {
  let code: T | undefined;
  return { here: () => code, load: async () => (code ??= await fetch()) };
}

/** How far code has come that a component shows something with. */
export type Arrival<T> = { state: 'loading' } | { state: 'ready'; code: T } | { state: 'failed'; retry(): void };

/** Loads the code as soon as something is to be shown with it; at once where it is here already. */
export function useOnDemand<T>(wanted: OnDemand<T>): Arrival<T> {
  const [attempt, retry] = useReducer((count: number) => count + 1, 0);
  const [outcome, setOutcome] = useState<'loading' | 'ready' | 'failed'>('loading');

  useEffect(() => {
    setOutcome('loading');
    wanted.load().then(
      () => setOutcome('ready'),
      () => setOutcome('failed'),
    );
  }, [wanted, attempt]);

  const code = wanted.here();
  if (code !== undefined) return { state: 'ready', code };
  return outcome === 'failed' ? { state: 'failed', retry } : { state: 'loading' };
}
