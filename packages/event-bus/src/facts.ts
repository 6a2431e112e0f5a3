import { retainedTopics } from '@baton/contracts';
import type { BusTraffic, EventBus, FactTopic, Facts } from '@baton/contracts';
import type { Listeners } from '@baton/runtime';
import { createListeners } from '@baton/runtime';

interface FactTopicState<T extends FactTopic> {
  listeners: Listeners<Facts[T]>;
  retained: boolean;
  last: Facts[T] | undefined;
}

/** A Map whose value type depends on the key, which `Map` cannot express. */
interface Topics {
  get<T extends FactTopic>(topic: T): FactTopicState<T> | undefined;
  set<T extends FactTopic>(topic: T, channel: FactTopicState<T>): unknown;
}

/** The half of the bus that carries facts. */
export function createFacts(
  watchers: Listeners<BusTraffic>,
  report: (error: unknown) => void,
): Pick<EventBus, 'emit' | 'on' | 'retained'> {
  const topics: Topics = new Map();
  const isRetained = (topic: FactTopic): boolean => retainedTopics.some((retained) => retained === topic);

  function open<T extends FactTopic>(topic: T): FactTopicState<T> {
    const state: FactTopicState<T> = {
      listeners: createListeners(failed(topic)),
      retained: isRetained(topic),
      last: undefined,
    };
    topics.set(topic, state);
    return state;
  }

  const failed = (topic: FactTopic) => (error: unknown) => {
    watchers.notify({ kind: 'listenerFailed', topic, error });
    report(error);
  };

  return {
    emit(topic, payload) {
      if (!watchers.isEmpty()) watchers.notify({ kind: 'fact', topic, payload });
      const state = topics.get(topic) ?? open(topic);
      if (state.retained) state.last = payload;
      // A listener may emit the topic again. Then the delivery of a retained fact stops: the rest would get it too
      // late.
      state.listeners.notify(payload, state.retained);
    },

    on(topic, listener, options) {
      const state = topics.get(topic) ?? open(topic);
      const stop = state.listeners.add(listener, options?.signal);
      if (state.last !== undefined && !options?.signal?.aborted) {
        try {
          listener(state.last);
        } catch (error) {
          failed(topic)(error);
        }
      }
      return stop;
    },

    retained: (topic) => topics.get(topic)?.last,
  };
}
