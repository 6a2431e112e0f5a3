import type { HostContext, KeyValueStorage } from '@baton/contracts';
import { activeInteractions } from '@baton/desktop';
import { createListeners, surface } from '@baton/runtime';

/** Storage key of the id of the active interaction. */
const key = 'front';

/** The interaction whose window is in front. One per desktop. */
export interface ActiveInteraction {
  get(): string | null;
  subscribe(listener: () => void): () => void;
  /** Brings a window to the front on the agent's request. Does nothing when the interaction has left. */
  open(interactionId: string): void;
}

/**
 * Keeps the active interaction, emits `interaction.active` and answers `interaction.open`. While the agent has
 * interactions one of them is active: the chosen one, or the first when the chosen one has left and its window has
 * closed. Stops with the signal.
 *
 * @param memory storage of this window only, so that a reload restores the same conversation
 */
export function keepActiveInteraction(
  { bus, desktop }: Pick<HostContext, 'bus' | 'desktop'>,
  memory: Pick<KeyValueStorage, 'get' | 'set' | 'remove'>,
  signal: AbortSignal,
): ActiveInteraction {
  const listeners = createListeners<void>(surface);
  let active: string | null = null;

  function bringToFront(interactionId: string | null, focus: boolean) {
    active = interactionId;
    if (interactionId === null) memory.remove(key);
    else memory.set(key, interactionId);
    bus.emit('interaction.active', { interactionId, focus });
    listeners.notify();
  }

  function keepOneActive() {
    const state = desktop.getState();
    if (state.connection.state === 'sessionEnded' && state.connection.reason === 'signedOut') memory.remove(key);
    const interactions = activeInteractions(state);
    if (interactions.some(({ id }) => id === active)) return;
    // Its window still shows where it went, and the agent may be typing there.
    if (active !== null && bus.retained('window.shown')?.interactionId === active) return;
    const kept = interactions.find(({ id }) => id === memory.get(key));
    const first = (kept ?? interactions[0])?.id ?? null;
    if (first !== active) bringToFront(first, false);
  }

  function open(interactionId: string, focus: boolean) {
    const state = desktop.getState();
    // Before the first snapshot the interactions are unknown.
    const mayBeHere = state.agent === undefined || activeInteractions(state).some(({ id }) => id === interactionId);
    if (mayBeHere) bringToFront(interactionId, focus);
  }

  bus.respond('interaction.open', ({ interactionId, focus }) => open(interactionId, focus), { signal });
  bus.on('window.shown', keepOneActive, { signal });
  signal.addEventListener('abort', desktop.subscribe(keepOneActive), { once: true });
  keepOneActive();

  return {
    get: () => active,
    subscribe: (listener) => listeners.add(() => listener()),
    open: (interactionId) => open(interactionId, true),
  };
}
