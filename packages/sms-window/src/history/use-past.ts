import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Result, RoutingReads } from '@baton/contracts';
import { useHost } from '@baton/module-kit';
import { readWithRetries } from '../transcript/read-with-retries';

/** What a read of the past has given. */
export type PastState<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; failures: number; reference: string; retryable: boolean };

/** Reads of what is past, which does not change: each is asked for once, whoever shows it. */
export type PastReads<T> = (reads: object) => Answers<T>;

interface Answers<T> {
  subscribe(listener: () => void): () => void;
  get(key: string): PastState<T> | undefined;
  /** Does nothing when it is known, or is being asked for. */
  load(key: string, ask: () => Promise<Result<T>>): Promise<void>;
}

/** One for each kind of read. */
export function createPastReads<T>(): PastReads<T> {
  const ofHosts = new WeakMap<object, Answers<T>>();
  return (reads) => {
    const known = ofHosts.get(reads) ?? createAnswers<T>();
    ofHosts.set(reads, known);
    return known;
  };
}

/** Reads when it is mounted, and after a failure when it is mounted again or the agent wants it. */
export function usePast<T>(
  past: PastReads<T>,
  key: string,
  ask: (reads: Omit<RoutingReads, 'snapshot'>) => Promise<Result<T>>,
): PastState<T> & { retry(): void } {
  const { reads, clock } = useHost();
  const answers = past(reads);
  const state = useSyncExternalStore(answers.subscribe, () => answers.get(key));
  const load = useEffectEvent(() => void answers.load(key, () => readWithRetries(() => ask(reads), clock)));
  useEffect(() => load(), [answers, key]);
  return {
    ...(state ?? { state: 'loading' }),
    retry: () => void answers.load(key, () => readWithRetries(() => ask(reads), clock)),
  };
}

function createAnswers<T>(): Answers<T> {
  const states = new Map<string, PastState<T>>();
  const failures = new Map<string, number>();
  const changes = new EventTarget();
  const set = (key: string, state: PastState<T>) => {
    states.set(key, state);
    changes.dispatchEvent(new Event('change'));
  };
  return {
    subscribe(listener) {
      changes.addEventListener('change', listener);
      return () => changes.removeEventListener('change', listener);
    },
    get: (key) => states.get(key),
    async load(key, ask) {
      const before = states.get(key);
      if (before?.state === 'loading' || before?.state === 'ready') return;
      set(key, { state: 'loading' });
      const answer = await ask();
      if (answer.ok) return set(key, { state: 'ready', value: answer.value });
      const times = (failures.get(key) ?? 0) + 1;
      failures.set(key, times);
      const { reference, retryable } = answer.error;
      set(key, { state: 'failed', failures: times, reference, retryable });
    },
  };
}
