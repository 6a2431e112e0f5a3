import { listenToShortcuts } from '@baton/ui/shortcuts';
import type { HostContext, RequestTopic } from '@baton/contracts';

/**
 * Opens a module by its keys while it is still on its way; once it stands it hears them by itself, and before us.
 * Returns how to stop.
 *
 * @param mayAnswer whether the module answers a request, as far as that is known
 */
export function hearEarlyKeys(context: HostContext, mayAnswer: (topic: RequestTopic) => boolean): () => void {
  return listenToShortcuts(window, {
    keyboard: context,
    enabled: () => context.preferences.get().shortcuts && mayAnswer('team.open'),
    // When it does not come, its card says so.
    handlers: { 'team.open': () => void context.bus.request('team.open', {}).catch(() => undefined) },
  });
}
