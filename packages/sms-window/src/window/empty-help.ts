import { activeInteractions, ownStatus } from '@baton/desktop';
import type { DesktopState } from '@baton/contracts';

/** The text that says how to get a conversation into the empty window; undefined while the agent's status is unknown. */
export function emptyHelp(state: DesktopState) {
  if (activeInteractions(state).length > 0) return 'sms.noConversation.choose';
  const status = ownStatus(state);
  if (status === 'unknown') return undefined;
  return status === 'ready' ? 'interactions.emptyHelp' : 'sms.noConversation.goReady';
}
