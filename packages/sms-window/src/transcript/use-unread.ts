import { useEffect, useState } from 'react';
import type { Message } from '@baton/contracts';

/** Index of the last message that the agent has seen, by interaction; for as long as the module is mounted. */
export type SeenMessages = Map<string, number>;

/** What the agent has not seen. */
export interface Unread {
  /** Where the divider stands, if anywhere: index of a message. */
  from: number | undefined;
  /** Messages of the customer that wait below. */
  count: number;
}

/**
 * Keeps track of what the agent has seen of a conversation: everything, while
 * the end is in sight. A conversation that is opened for the first time is seen.
 */
export function useUnread(
  interactionId: string,
  messages: readonly Message[],
  atEnd: boolean,
  seen: SeenMessages,
): Unread {
  const last = messages.at(-1)?.index ?? -1;
  const [state, setState] = useState(() => {
    const seenTo = seen.get(interactionId) ?? last;
    return { seenTo, from: seenTo < last ? seenTo + 1 : undefined };
  });
  const { seenTo, from } = state;

  if (atEnd && seenTo !== last) setState({ seenTo: last, from: isReply(messages.at(-1)) ? undefined : from });
  if (!atEnd && seenTo < last && (from === undefined || from <= seenTo)) setState({ seenTo, from: seenTo + 1 });

  useEffect(() => {
    seen.set(interactionId, seenTo);
  }, [seen, interactionId, seenTo]);

  return {
    from,
    count: atEnd ? 0 : messages.filter(({ kind, index }) => kind === 'customer' && index > seenTo).length,
  };
}

/** An agent who replies has read the messages before. */
function isReply(message: Message | undefined): boolean {
  return message?.kind === 'agent';
}
