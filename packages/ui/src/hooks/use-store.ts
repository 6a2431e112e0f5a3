import { useRef, useSyncExternalStore } from 'react';

interface Store<S> {
  getState(): S;
  subscribe(listener: () => void): () => void;
}

/**
 * A part of a store's state, read without tearing. Pass `isEqual` when `select` makes new objects.
 */
export function useStore<S, T>(
  store: Store<S>,
  select: (state: S) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const kept = useRef<{ selection: T } | undefined>(undefined);
  return useSyncExternalStore(store.subscribe, () => {
    const selection = select(store.getState());
    if (kept.current && isEqual(kept.current.selection, selection)) return kept.current.selection;
    kept.current = { selection };
    return selection;
  });
}

/** Whether two objects have the same own values. For `useStore` with selectors that return objects or arrays. */
export function shallowEqual<T extends object>(a: T, b: T): boolean {
  if (Object.is(a, b)) return true;
  const left = Object.entries(a);
  const right = new Map<string, unknown>(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && Object.is(value, right.get(key)));
}
