import type { BusTraffic, Clock, EventBus, RequestTopic } from '@baton/contracts';
import { createListeners, surface } from '@baton/runtime';
import { createFacts } from './facts';
import { createRequests } from './requests';
import type { AgentWatch } from './requests';

/** The options of a bus. */
export interface EventBusOptions {
  clock: Clock;
  /**
   * Receives the errors of listeners and watchers. Without it they are re-thrown as uncaught errors.
   */
  reportError?(error: unknown): void;
  /**
   * Called when a request finds no responder: loads the module that answers it.
   * A rejection fails the request with `noResponder` and the rejection as cause.
   */
  onUnanswered?(topic: RequestTopic): Promise<void>;
  /** Watches the agent's input while a request waits for its responder. */
  watchAgent?(): AgentWatch;
}

/**
 * Makes a bus. The host makes one per page.
 *
 * A request waits for `onUnanswered` to load its responder, then 5 s for the responder to register; after that it fails
 * with `noResponder`.
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
