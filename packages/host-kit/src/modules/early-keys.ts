import { bindings, listenToShortcuts } from '@baton/ui/shortcuts';
import type { EventBus, PreferencesStore, ShortcutOverrides } from '@baton/contracts';

/**
 * Opens Team Communicator by its keys while it is still on its way; once it stands it hears them by itself, and before
 * us. Returns how to stop.
 */
export function hearEarlyKeys(
  bus: EventBus,
  preferences: PreferencesStore,
  shortcuts: ShortcutOverrides | undefined,
): () => void {
  return listenToShortcuts(window, {
    bindings: bindings(shortcuts),
    enabled: () => preferences.get().shortcuts,
    // When it does not come, its card says so.
    handlers: { 'team.open': () => void bus.request('team.open', {}).catch(() => undefined) },
  });
}
