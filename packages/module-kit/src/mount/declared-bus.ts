import type { BusIntents, EventBus } from '@baton/contracts';

/**
 * A bus that allows only the topics that a module has declared.
 * @throws from its methods, with the topic and where to declare it
 */
export function declaredBus(bus: EventBus, module: string, intents: BusIntents): EventBus {
  const allow = (kind: keyof BusIntents, topic: string) => {
    if (intents[kind].some((declared) => declared === topic)) return;
    throw new Error(
      `${module} ${kind} "${topic}" without having declared it. Add it to "${kind}" in the module's intents.ts.`,
    );
  };
  return {
    emit(topic, payload) {
      allow('emits', topic);
      bus.emit(topic, payload);
    },
    on(topic, listener, options) {
      allow('listens', topic);
      return bus.on(topic, listener, options);
    },
    retained(topic) {
      allow('listens', topic);
      return bus.retained(topic);
    },
    request(topic, ask, options) {
      allow('asks', topic);
      return bus.request(topic, ask, options);
    },
    respond(topic, handler, options) {
      allow('answers', topic);
      return bus.respond(topic, handler, options);
    },
    tap: (watcher, options) => bus.tap(watcher, options),
  };
}
