import type { HostContext, KeyValueStorage } from '@baton/contracts';
import { activeInteractions } from '@baton/desktop';

/** Where the interaction in front is kept. */
const key = 'front';

/** Which interaction's window is in front. One per desktop. */
export interface ActiveInteraction {
  get(): string | null;
  subscribe(listener: () => void): () => void;
  /** Brings a window to the front because the agent asked for it. One that has left stays away. */
  open(interactionId: string): void;
}

/**
 * Keeps the active interaction, tells the bus of it and answers
 * `interaction.open`. While the agent has interactions one of them is active:
 * the chosen one, or the first when that one has left and its window has closed.
 * Stops with the signal.
 *
 * @param memory of this window alone: after a reload the same conversation is in front
 */
export function keepActiveInteraction(
  { bus, desktop }: Pick<HostContext, 'bus' | 'desktop'>,
  memory: Pick<KeyValueStorage, 'get' | 'set' | 'remove'>,
  signal: AbortSignal,
): ActiveInteraction {
  const listeners = new Set<() => void>();
  let active: string | null = null;

  function bringToFront(interactionId: string | null, focus: boolean) {
    active = interactionId;
    if (interactionId === null) memory.remove(key);
    else memory.set(key, interactionId);
    bus.emit('interaction.active', { interactionId, focus });
    for (const listener of listeners) listener();
  }

  function keepOneActive() {
    const state = desktop.getState();
    if (state.connection.state === 'sessionEnded' && state.connection.reason === 'signedOut') memory.remove(key);
    const interactions = activeInteractions(state);
    if (interactions.some(({ id }) => id === active)) return;
    // Its window says where it went, and may be typed in: what is in front is what is on screen.
    if (active !== null && bus.retained('window.shown')?.interactionId === active) return;
    const kept = interactions.find(({ id }) => id === memory.get(key));
    const first = (kept ?? interactions[0])?.id ?? null;
    if (first !== active) bringToFront(first, false);
  }

  function open(interactionId: string, focus: boolean) {
    const state = desktop.getState();
    // Before the first snapshot nobody knows.
    const mayBeHere = state.agent === undefined || activeInteractions(state).some(({ id }) => id === interactionId);
    if (mayBeHere) bringToFront(interactionId, focus);
  }

  bus.respond('interaction.open', ({ interactionId, focus }) => open(interactionId, focus), { signal });
  bus.on('window.shown', keepOneActive, { signal });
  signal.addEventListener('abort', desktop.subscribe(keepOneActive), { once: true });
  keepOneActive();

  return {
    get: () => active,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (interactionId) => open(interactionId, true),
  };
}
