import { listenToShortcuts } from '@baton/ui/shortcuts';
import type { HostContext, RequestTopic } from '@baton/contracts';

/**
 * Opens a module by its keys while it is still loading. Once mounted, the module listens itself, before this listener.
 * Returns a function that stops listening.
 *
 * @param mayAnswer whether the module answers a request, or may do so
 */
export function listenForEarlyKeys(context: HostContext, mayAnswer: (topic: RequestTopic) => boolean): () => void {
  return listenToShortcuts(window, {
    keyboard: context,
    enabled: () => context.preferences.get().shortcuts && mayAnswer('team.open'),
    // If it does not load, its card says so.
    handlers: { 'team.open': () => void context.bus.request('team.open', {}).catch(() => undefined) },
  });
}
