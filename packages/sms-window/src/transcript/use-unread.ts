import { useEffect, useLayoutEffect, useState } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import type { Message } from '@baton/contracts';

/** How long a conversation that has come after another one is in front before it counts as seen, in milliseconds: keys also lead past it. */
const seenAfterMs = 500;

/** What the agent has not seen. */
export interface Unread {
  /** Where the divider stands, if anywhere: index of a message. */
  from: number | undefined;
  /** Messages of the customer that wait below. */
  count: number;
}

/**
 * Keeps track of what the agent has seen of a conversation: everything, while its end is on screen. The desktop state
 * knows it, so that lists and title count the same. A conversation that is opened for the first time is seen.
 *
 * @param atEnd whether the end is in sight in the window
 * @param isOnScreen whether the window itself is
 * @param isFirst whether no other conversation was in front before
 */
export function useUnread(
  interactionId: string,
  messages: readonly Message[],
  atEnd: boolean,
  isOnScreen: boolean,
  isFirst: boolean,
): Unread {
  const { clock, commands } = useHost();
  const last = messages.at(-1)?.index ?? -1;
  const [lastWhenOpened] = useState(last);
  const seen = useDesktop((state) => state.seen[interactionId]?.index);
  const seenTo = seen ?? lastWhenOpened;
  const [from, setFrom] = useState(seenTo < last ? seenTo + 1 : undefined);
  const isSeen = atEnd && isOnScreen;

  if (seenTo < last) {
    if (isSeen && from !== undefined && isReply(messages.at(-1))) setFrom(undefined);
    if (!isSeen && (from === undefined || from <= seenTo)) setFrom(seenTo + 1);
  }

  const [hasStayed, setHasStayed] = useState(isFirst);
  useEffect(() => clock.setTimeout(() => setHasStayed(true), seenAfterMs), [clock]);

  useLayoutEffect(() => {
    if (isSeen && hasStayed && last > (seen ?? -1)) commands.markSeen({ interactionId, index: last });
  }, [commands, interactionId, isSeen, hasStayed, last, seen]);

  return {
    from,
    count: atEnd ? 0 : messages.filter(({ kind, index }) => kind === 'customer' && index > seenTo).length,
  };
}

/** An agent who replies has read the messages before. */
function isReply(message: Message | undefined): boolean {
  return message?.kind === 'agent';
}
