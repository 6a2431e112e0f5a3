import type { BusTraffic, Clock, EventBus, RequestTopic } from '@baton/contracts';
import { createFacts } from './facts';
import { createListeners } from './listeners';
import { createRequests } from './requests';
import type { AgentWatch } from './requests';

/** What a bus needs from its host. */
export interface EventBusOptions {
  clock: Clock;
  /**
   * Told what a listener or watcher threw. Without it the error surfaces as an
   * uncaught one, so that it is never lost.
   */
  reportError?(error: unknown): void;
  /**
   * Called when a request finds no responder: loads the module that answers it.
   * A rejection fails the request with `noResponder` and the rejection as cause.
   */
  onUnanswered?(topic: RequestTopic): Promise<void>;
  /** Watches what the agent does while a request waits for its responder: `none` as long as they have pressed nothing. */
  watchAgent?(): AgentWatch;
}

/**
 * Makes a bus: one per page, made by the host.
 *
 * A request waits for `onUnanswered` to load its responder, and 5 s of the clock
 * for the responder to register; after that it fails with `noResponder`.
 */
export function createEventBus({ clock, reportError = surface, onUnanswered, watchAgent }: EventBusOptions): EventBus {
  const report = (error: unknown): void => {
    try {
      reportError(error);
    } catch (failure) {
      surface(failure);
    }
  };
  const watchers = createListeners<BusTraffic>(report);
  return {
    ...createFacts(watchers, report),
    ...createRequests(watchers, clock, onUnanswered, watchAgent),
    tap: (watcher, options) => watchers.add(watcher, options?.signal),
  };
}

function surface(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
