import type { HostContext } from '@baton/contracts';
import { activeInteractions } from '@baton/desktop';

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
 * the chosen one, or the first when that one leaves. Stops with the signal.
 */
export function keepActiveInteraction(
  { bus, desktop }: Pick<HostContext, 'bus' | 'desktop'>,
  signal: AbortSignal,
): ActiveInteraction {
  const listeners = new Set<() => void>();
  let active: string | null = null;

  function bringToFront(interactionId: string | null, focus: boolean) {
    active = interactionId;
    bus.emit('interaction.active', { interactionId, focus });
    for (const listener of listeners) listener();
  }

  function keepOneActive() {
    const interactions = activeInteractions(desktop.getState());
    if (interactions.some(({ id }) => id === active)) return;
    const first = interactions[0]?.id ?? null;
    if (first !== active) bringToFront(first, false);
  }

  function open(interactionId: string, focus: boolean) {
    const state = desktop.getState();
    // Before the first snapshot nobody knows.
    const mayBeHere = state.agent === undefined || activeInteractions(state).some(({ id }) => id === interactionId);
    if (mayBeHere) bringToFront(interactionId, focus);
  }

  bus.respond('interaction.open', ({ interactionId, focus }) => open(interactionId, focus), { signal });
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
