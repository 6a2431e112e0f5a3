import type { DesktopState, Interaction } from '@baton/contracts';
import { conversationOf } from '@baton/desktop';

/** Whether the owner of a conversation has written since they have it. */
export function hasWritten(state: DesktopState, { id, owner, assignedAt }: Interaction): boolean {
  const { messages } = conversationOf(state, id);
  for (let place = messages.length - 1; place >= 0; place -= 1) {
    const message = messages[place];
    if (!message || message.at < assignedAt) return false;
    if (message.kind === 'agent' && message.from.id === owner.id) return true;
  }
  return false;
}
