import type { DesktopStore } from '@baton/contracts';
import { createListeners, surface } from '@baton/runtime';
import { initialState } from './fold';
import type { DesktopFold } from './fold';
import { createLiveTargets } from './live-targets';
import { reduce } from './reduce';
import type { DesktopEvent } from './reduce';

/** The host's view of the store. Modules get `DesktopStore` only. */
export interface DispatchingStore extends DesktopStore {
  getState(): DesktopFold;
  /** Applies an event. If something changed, each listener is called once before it returns. */
  dispatch(event: DesktopEvent): void;
}

export interface DesktopStoreOptions {
  initial?: DesktopFold;
  /** Called with errors of listeners. Default: they surface as uncaught errors. */
  reportError?(error: unknown): void;
}

/** Makes the one store of a desktop. */
export function createDesktopStore({
  initial = initialState(),
  reportError = surface,
}: DesktopStoreOptions = {}): DispatchingStore {
  let state = initial;
  const listeners = createListeners<void>(reportError);
  const targets = createLiveTargets(reportError);

  return {
    getState: () => state,
    subscribe: (listener) => listeners.add(() => listener()),
    targets,
    dispatch(event) {
      const before = state;
      state = reduce(before, event);
      targets.apply(event, before.internals.hasGap, state.internals.snapshotCursor);
      if (state !== before) listeners.notify();
    },
  };
}
