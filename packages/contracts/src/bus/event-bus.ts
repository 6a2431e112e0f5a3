import type { Facts, FactTopic, Requests, RequestTopic } from './topics';

/** Why a request got no answer. */
export type BusErrorCode = 'noResponder' | 'timeout' | 'cancelled' | 'responderFailed';

/** A request that got no answer; `cause` is the responder's own error, if it threw. */
export class BusError extends Error {
  override readonly name = 'BusError';
  constructor(
    readonly code: BusErrorCode,
    readonly topic: RequestTopic,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Everything that passes over the bus, for debugging tools. */
export type BusTraffic =
  | { kind: 'fact'; topic: FactTopic; payload: unknown }
  | { kind: 'request'; topic: RequestTopic; payload: unknown }
  | { kind: 'answer'; topic: RequestTopic; payload: unknown }
  | { kind: 'failure'; topic: RequestTopic; error: BusError }
  | { kind: 'listenerFailed'; topic: FactTopic; error: unknown };

export interface Cancellable {
  signal?: AbortSignal | undefined;
}

/**
 * The bus between modules and host. In-page and synchronous: a fact has reached every listener when `emit` returns. An
 * exception of one listener affects neither other listeners nor the sender.
 */
export interface EventBus {
  emit<T extends FactTopic>(topic: T, payload: Facts[T]): void;
  /**
   * Listens. A retained fact is delivered at once, before `on` returns.
   * Returns a function that stops listening; so does the signal.
   */
  on<T extends FactTopic>(topic: T, listener: (payload: Facts[T]) => void, options?: Cancellable): () => void;
  /** The last fact of a retained topic, if there was one. */
  retained<T extends FactTopic>(topic: T): Facts[T] | undefined;
  /**
   * Asks. Waits for a responder that is still loading.
   * Rejects with a `BusError` when there is none, on a time-out, when the signal aborts or the responder throws.
   * Without `timeoutMs` only the signal ends the wait for an answer.
   */
  request<T extends RequestTopic>(
    topic: T,
    ask: Requests[T]['ask'],
    options?: Cancellable & { timeoutMs?: number | undefined },
  ): Promise<Requests[T]['answer']>;
  /**
   * Answers. One responder per topic; a second one throws.
   * The handler's signal aborts when the asker gives up. `agentWaits` returns whether the agent has pressed nothing else
   * since the request: one that has waited for its module moves focus only then. Hosts of an older build do not pass
   * it.
   */
  respond<T extends RequestTopic>(
    topic: T,
    handler: (
      ask: Requests[T]['ask'],
      options: { signal: AbortSignal; agentWaits?: () => boolean },
    ) => Requests[T]['answer'] | Promise<Requests[T]['answer']>,
    options?: Cancellable,
  ): () => void;
  /** Watches all traffic. */
  tap(watcher: (traffic: BusTraffic) => void, options?: Cancellable): () => void;
}
