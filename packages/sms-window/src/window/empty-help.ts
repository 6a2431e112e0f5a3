import { activeInteractions, ownStatus } from '@baton/desktop';
import type { DesktopState } from '@baton/contracts';

/** The text that says how a conversation comes into the empty window; none while that is not known. */
export function emptyHelp(state: DesktopState) {
  if (activeInteractions(state).length > 0) return 'shell.noConversation.choose';
  const status = ownStatus(state);
  if (status === 'unknown') return undefined;
  return status === 'ready' ? 'shell.interactions.emptyHelp' : 'shell.noConversation.goReady';
}
