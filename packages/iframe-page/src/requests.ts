import { BusError } from '@baton/contracts';
import type { EventBus } from '@baton/contracts';
import type { ParentMessage, PayloadOf } from '@baton/contracts/bridge';
import { checkRequest } from '@baton/event-bus';
import type { Channel } from './channel';

/** The parent's requests on the bus. */
export interface ParentRequests {
  ask(id: string, asked: PayloadOf<ParentMessage, 'request'>): void;
  /** The parent has cancelled a request. */
  cancel(id: string): void;
  close(): void;
}

/** Checks the parent's requests, sends them on the bus, and sends the answers back. */
export function askOnBus(bus: EventBus, channel: Channel): ParentRequests {
  const open = new Map<string, AbortController>();

  return {
    ask(id, { topic, ask }) {
      const checked = checkRequest(topic, ask);
      if (!checked.ok) {
        const message = `What "${topic}" asks does not fit its schema: ${checked.problem}`.slice(0, 500);
        return channel.send('answer', { ok: false, code: 'responderFailed', message }, id);
      }
      const asker = new AbortController();
      open.set(id, asker);
      return void bus
        .request(topic, checked.payload, { signal: asker.signal })
        .then(
          (value) => channel.send('answer', { ok: true, value }, id),
          (error: unknown) => {
            const code = error instanceof BusError ? error.code : 'responderFailed';
            channel.send('answer', { ok: false, code, message: error instanceof Error ? error.message : '' }, id);
          },
        )
        .finally(() => open.delete(id));
    },
    cancel: (id) => open.get(id)?.abort(),
    close() {
      for (const asker of open.values()) asker.abort();
    },
  };
}
