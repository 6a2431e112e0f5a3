import type { DesktopStore } from '@baton/contracts';
import { initialState } from './fold';
import type { DesktopFold } from './fold';
import { reduce } from './reduce';
import type { DesktopEvent } from './reduce';

/** The store as its owner, the host, holds it; modules get to see `DesktopStore`. */
export interface DispatchingStore extends DesktopStore {
  getState(): DesktopFold;
  /** Folds the event in; every listener has been called when it returns, once, if something changed. */
  dispatch(event: DesktopEvent): void;
}

export interface DesktopStoreOptions {
  initial?: DesktopFold;
  /** Told what a listener threw. Without it the error surfaces as an uncaught one. */
  reportError?(error: unknown): void;
}

/** Makes the one store of a desktop. */
export function createDesktopStore({
  initial = initialState(),
  reportError = surface,
}: DesktopStoreOptions = {}): DispatchingStore {
  let state = initial;
  const listeners = new Map<object, () => void>();

  const notify = (): void => {
    for (const [key, listener] of [...listeners]) {
      // Somebody called before may have unsubscribed it.
      if (!listeners.has(key)) continue;
      try {
        listener();
      } catch (error) {
        reportError(error);
      }
    }
  };

  return {
    getState: () => state,
    subscribe(listener) {
      const key = {};
      listeners.set(key, listener);
      return () => {
        listeners.delete(key);
      };
    },
    dispatch(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      notify();
    },
  };
}

function surface(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
