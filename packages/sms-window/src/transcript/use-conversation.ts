import { useState } from 'react';
import type { Conversation, DesktopState } from '@baton/contracts';
import { conversationOf } from '@baton/desktop';
import { useDesktop } from '@baton/module-kit';

/** The messages of a conversation. Those that were shown stay while its window closes, when the desktop has let go of them. */
export function useConversation(interactionId: string): Conversation {
  const [select] = useState(() => {
    let known: Conversation | undefined;
    return (state: DesktopState) => {
      const current = conversationOf(state, interactionId);
      if (known === undefined || current.messages.length > 0) known = current;
      return known;
    };
  });
  return useDesktop(select);
}
