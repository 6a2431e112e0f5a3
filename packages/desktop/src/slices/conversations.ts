import type { Conversation, Message } from '@baton/contracts';
import { change } from '../change';
import type { DesktopFold } from '../fold';
import { get, put } from '../maps';
import { withoutAnswered } from './outbox';

/** Messages that arrived for a conversation, in any order. */
export function withMessages(state: DesktopFold, interactionId: string, arrived: readonly Message[]): DesktopFold {
  const held = get(state.book.messages, interactionId);
  const messages = mergeMessages(held ?? [], arrived);
  if (messages === held) return state;
  return {
    ...state,
    conversations: put(state.conversations, interactionId, conversationFrom(messages)),
    outbox: withoutAnswered(state.outbox, arrived),
    book: change(state.book, { messages: put(state.book.messages, interactionId, messages) }),
  };
}

/** Both in order of index; of two with one index the newer version. The same array when nothing is new. */
function mergeMessages(held: readonly Message[], arrived: readonly Message[]): readonly Message[] {
  const byIndex = new Map(held.map((message) => [message.index, message]));
  let changed = false;
  for (const message of arrived) {
    const known = byIndex.get(message.index);
    if (known && message.version <= known.version) continue;
    byIndex.set(message.index, message);
    changed = true;
  }
  return changed ? [...byIndex.values()].sort((a, b) => a.index - b.index) : held;
}

/** What can be shown of them: the end of the conversation as far back as no message is missing. */
function conversationFrom(messages: readonly Message[]): Conversation {
  let start = messages.length - 1;
  while (start > 0 && messages[start - 1]?.index === (messages[start]?.index ?? 0) - 1) start -= 1;
  const tail = start > 0 ? messages.slice(start) : messages;
  return { messages: tail, earlier: (tail[0]?.index ?? 0) > 0 };
}
