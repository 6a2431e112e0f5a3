import { retainedTopics } from '@baton/contracts';
import { factSchemas } from '@baton/contracts/schemas';
import type { Clock, EventBus } from '@baton/contracts';
import { isFactTopic } from '@baton/event-bus';
import type { Channel } from './channel';

/** How long a module may take to move focus on. */
const focusMs = 250;

/** Sends all facts of the bus to the parent until the signal aborts. */
export function sendFacts(bus: EventBus, channel: Channel, clock: Clock, page: Document, signal: AbortSignal): void {
  for (const topic of Object.keys(factSchemas).filter(isFactTopic)) {
    const retained = retainedTopics.some((name) => name === topic);
    bus.on(
      topic,
      (payload) => {
        const send = () => channel.send('fact', { topic, payload, retained });
        if ('hadFocus' in payload && payload.hadFocus) afterFocusHasMoved(page, clock, signal, send);
        else send();
      },
      { signal },
    );
  }
}

/** Waits for the module to move focus: if the parent took focus before, the module would take it away again. */
function afterFocusHasMoved(page: Document, clock: Clock, signal: AbortSignal, send: () => void): void {
  const moved = new AbortController();
  const done = () => {
    moved.abort();
    stop();
    if (!signal.aborted) send();
  };
  const stop = clock.setTimeout(done, focusMs);
  page.addEventListener('focusin', done, { signal: moved.signal });
}
