import { retainedTopics } from '@baton/contracts';
import type { BusTraffic, EventBus, FactTopic, Facts } from '@baton/contracts';
import { createListeners } from './listeners';
import type { Listeners } from './listeners';

interface Channel<T extends FactTopic> {
  listeners: Listeners<Facts[T]>;
  retained: boolean;
  last: Facts[T] | undefined;
}

/** A Map whose value's type follows from its key, which Map itself cannot say. */
interface Channels {
  get<T extends FactTopic>(topic: T): Channel<T> | undefined;
  set<T extends FactTopic>(topic: T, channel: Channel<T>): unknown;
}

/** The half of the bus that carries facts. */
export function createFacts(
  watchers: Listeners<BusTraffic>,
  report: (error: unknown) => void,
): Pick<EventBus, 'emit' | 'on' | 'retained'> {
  const channels: Channels = new Map();
  const isRetained = (topic: FactTopic): boolean => retainedTopics.some((retained) => retained === topic);

  function open<T extends FactTopic>(topic: T): Channel<T> {
    const channel: Channel<T> = {
      listeners: createListeners(failed(topic)),
      retained: isRetained(topic),
      last: undefined,
    };
    channels.set(topic, channel);
    return channel;
  }

  const failed = (topic: FactTopic) => (error: unknown) => {
    watchers.tell({ kind: 'listenerFailed', topic, error });
    report(error);
  };

  return {
    emit(topic, payload) {
      if (!watchers.isEmpty()) watchers.tell({ kind: 'fact', topic, payload });
      const channel = channels.get(topic) ?? open(topic);
      if (channel.retained) channel.last = payload;
      // A retained fact that a listener has replaced meanwhile would leave the rest with old news.
      channel.listeners.tell(payload, channel.retained);
    },

    on(topic, listener, options) {
      const channel = channels.get(topic) ?? open(topic);
      const stop = channel.listeners.add(listener, options?.signal);
      if (channel.last !== undefined && !options?.signal?.aborted) {
        try {
          listener(channel.last);
        } catch (error) {
          failed(topic)(error);
        }
      }
      return stop;
    },

    retained: (topic) => channels.get(topic)?.last,
  };
}
