import { listenToShortcuts } from '@baton/ui/shortcuts';
import type { HostContext } from '@baton/contracts';

/**
 * Opens Team Communicator by its keys while it is still on its way; once it stands it hears them by itself, and before
 * us. Returns how to stop.
 */
export function hearEarlyKeys(context: HostContext): () => void {
  return listenToShortcuts(window, {
    keyboard: context,
    enabled: () => context.preferences.get().shortcuts,
    // When it does not come, its card says so.
    handlers: { 'team.open': () => void context.bus.request('team.open', {}).catch(() => undefined) },
  });
}
