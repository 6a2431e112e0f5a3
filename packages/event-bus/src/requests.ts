import { BusError } from '@baton/contracts';
import type { BusErrorCode, BusTraffic, Clock, EventBus, Requests, RequestTopic } from '@baton/contracts';
import type { Listeners } from '@baton/runtime';
import { untilAborted } from '@baton/runtime';

/** How long a request waits for a responder to register. */
const responderWaitMs = 5_000;

type Ask<T extends RequestTopic> = Requests[T]['ask'];
type Answer<T extends RequestTopic> = Requests[T]['answer'];
type Handler<T extends RequestTopic> = (
  ask: Ask<T>,
  options: { signal: AbortSignal; agentWaits?: () => boolean },
) => Answer<T> | Promise<Answer<T>>;
type Start<T extends RequestTopic> = (handler: Handler<T>) => void;

/** Maps whose value type depends on the key, which `Map` cannot express. */
interface Responders {
  get<T extends RequestTopic>(topic: T): Handler<T> | undefined;
  set<T extends RequestTopic>(topic: T, handler: Handler<T>): unknown;
  has(topic: RequestTopic): boolean;
  delete(topic: RequestTopic): boolean;
}
interface Waiting {
  get<T extends RequestTopic>(topic: T): Set<Start<T>> | undefined;
  set<T extends RequestTopic>(topic: T, requests: Set<Start<T>>): unknown;
}

/** Watches the agent's input. */
export interface AgentWatch {
  /** Whether the agent has pressed nothing since the start. */
  none(): boolean;
  stop(): void;
}

/** The half of the bus that carries requests and their answers. */
export function createRequests(
  watchers: Listeners<BusTraffic>,
  clock: Clock,
  onUnanswered?: (topic: RequestTopic) => Promise<void>,
  watchAgent?: () => AgentWatch,
): Pick<EventBus, 'request' | 'respond'> {
  const responders: Responders = new Map();
  const waiting: Waiting = new Map();

  function waitingFor<T extends RequestTopic>(topic: T): Set<Start<T>> {
    const requests = waiting.get(topic) ?? new Set();
    waiting.set(topic, requests);
    return requests;
  }

  function request<T extends RequestTopic>(
    topic: T,
    ask: Ask<T>,
    { signal, timeoutMs }: { signal?: AbortSignal | undefined; timeoutMs?: number | undefined } = {},
  ): Promise<Answer<T>> {
    watchers.notify({ kind: 'request', topic, payload: ask });
    return new Promise((resolve, reject) => {
      const asker = new AbortController();
      let isSettled = false;
      let stopWaiting = () => {};
      let stopTimer = () => {};
      let agent: AgentWatch | undefined;

      const settle = (): void => {
        isSettled = true;
        stopWaiting();
        stopTimer();
        agent?.stop();
        unbind();
        waitingFor(topic).delete(start);
      };
      const fail = (code: BusErrorCode, message: string, cause?: unknown): void => {
        if (isSettled) return;
        settle();
        const error = new BusError(code, topic, message, { cause });
        asker.abort(error);
        watchers.notify({ kind: 'failure', topic, error });
        reject(error);
      };
      const succeed = (answer: Answer<T>): void => {
        if (isSettled) return;
        settle();
        watchers.notify({ kind: 'answer', topic, payload: answer });
        resolve(answer);
      };
      const start: Start<T> = (handler) => {
        stopWaiting();
        new Promise<Answer<T>>((answer) =>
          answer(handler(ask, { signal: asker.signal, agentWaits: () => agent?.none() ?? true })),
        ).then(succeed, (cause) => fail('responderFailed', `The responder of "${topic}" failed.`, cause));
      };
      const noResponder = (cause?: unknown): void =>
        fail('noResponder', `Nobody answers "${topic}": the module that does is not mounted or failed to load.`, cause);
      const cancel = (): void => fail('cancelled', `The request "${topic}" was cancelled.`, signal?.reason);

      const unbind = untilAborted(signal, cancel);
      if (signal?.aborted) return cancel();
      if (timeoutMs !== undefined) {
        stopTimer = clock.setTimeout(
          () => fail('timeout', `"${topic}" was not answered within ${timeoutMs} ms.`),
          timeoutMs,
        );
      }
      const handler = responders.get(topic);
      if (handler) return start(handler);

      agent = watchAgent?.();
      waitingFor(topic).add(start);
      const isWaiting = (): boolean => waitingFor(topic).has(start);
      const waitForResponder = (): void => {
        if (isWaiting()) stopWaiting = clock.setTimeout(noResponder, responderWaitMs);
      };
      if (!onUnanswered) return waitForResponder();
      new Promise<void>((loaded) => loaded(onUnanswered(topic))).then(waitForResponder, (cause) => {
        if (isWaiting()) noResponder(cause);
      });
    });
  }

  const respond: EventBus['respond'] = (topic, handler, options) => {
    if (options?.signal?.aborted) return () => {};
    if (responders.has(topic)) {
      throw new Error(
        `"${topic}" already has a responder. Stop that one first: call what its respond() returned, or abort its signal.`,
      );
    }
    responders.set(topic, handler);
    let active = true;
    const stop = untilAborted(options?.signal, () => {
      if (active) responders.delete(topic);
      active = false;
    });
    const requests = [...waitingFor(topic)];
    waitingFor(topic).clear();
    for (const start of requests) start(handler);
    return stop;
  };

  return { request, respond };
}
