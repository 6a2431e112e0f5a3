import { useEffect, useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { agentIsElsewhere, focusedElement, restAt } from '@baton/ui';
import type { EventBus } from '@baton/contracts';

/**
 * SW-12: Team Communicator that closes and knows of no place to go back to leaves focus to the conversation's region, and
 * so does what a change of `arrangement` hides.
 */
export function useFocusAfterTeam(
  conversation: RefObject<HTMLElement | null>,
  bus: EventBus,
  arrangement: string,
): void {
  useLayoutEffect(() => {
    const focused = focusedElement(document);
    if (focused?.checkVisibility() === false && conversation.current) restAt([conversation.current]);
  }, [arrangement, conversation]);
  useEffect(() => {
    let wasOpen = false;
    const stopListening = bus.on('panel.changed', ({ panel, open }) => {
      if (panel !== 'team-communicator') return;
      // When the module has drawn what follows, and the one that asked it has had the first word.
      if (wasOpen && !open) requestAnimationFrame(restAtConversation);
      wasOpen = open;
    });
    function restAtConversation() {
      const focused = focusedElement(document);
      // Nowhere, or at the page as a whole.
      const isLost = focused === null || focused.contains(conversation.current);
      if (isLost && !agentIsElsewhere(document) && conversation.current) restAt([conversation.current]);
    }
    return stopListening;
  }, [conversation, bus]);
}
