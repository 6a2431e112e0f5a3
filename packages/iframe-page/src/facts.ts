import { retainedTopics } from '@baton/contracts';
import { factSchemas } from '@baton/contracts/schemas';
import type { Clock, EventBus } from '@baton/contracts';
import { isFactTopic } from '@baton/event-bus';
import type { Channel } from './channel';

/** How long a module may take to find a new place for the focus, in milliseconds. */
const focusMs = 250;

/** Tells the parent all facts of the bus until the signal aborts. */
export function tellFacts(bus: EventBus, channel: Channel, clock: Clock, page: Document, signal: AbortSignal): void {
  for (const topic of Object.keys(factSchemas).filter(isFactTopic)) {
    const retained = retainedTopics.some((name) => name === topic);
    bus.on(
      topic,
      (payload) => {
        const tell = () => channel.send('fact', { topic, payload, retained });
        if ('hadFocus' in payload && payload.hadFocus) afterFocusHasMoved(page, clock, signal, tell);
        else tell();
      },
      { signal },
    );
  }
}

/** A parent that moves focus to itself before the module has moved it would lose it to the module again. */
function afterFocusHasMoved(page: Document, clock: Clock, signal: AbortSignal, tell: () => void): void {
  const moved = new AbortController();
  const done = () => {
    moved.abort();
    stop();
    if (!signal.aborted) tell();
  };
  const stop = clock.setTimeout(done, focusMs);
  page.addEventListener('focusin', done, { signal: moved.signal });
}
