import type { Conversation, Message, OutboxMessage, SendingFailure } from '@baton/contracts';
import type { DesktopFold } from '../fold';
import { change, get, keep, put } from '../immutable';
import type { ById } from '../immutable';

/** Messages that arrived for a conversation, in any order. */
export function withMessages(state: DesktopFold, interactionId: string, arrived: readonly Message[]): DesktopFold {
  const held = get(state.internals.messages, interactionId);
  const messages = mergeMessages(held ?? [], arrived);
  if (messages === held) return state;
  return {
    ...state,
    conversations: put(state.conversations, interactionId, conversationFrom(messages)),
    outbox: withoutAnswered(state.outbox, arrived),
    internals: change(state.internals, { messages: put(state.internals.messages, interactionId, messages) }),
  };
}

/** Merges both in order of index, keeping the newer version of each. Returns `held` when nothing is new. */
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

/** The part that can be shown: the end of the conversation, back to the first missing message. */
function conversationFrom(messages: readonly Message[]): Conversation {
  let start = messages.length - 1;
  while (start > 0 && messages[start - 1]?.index === (messages[start]?.index ?? 0) - 1) start -= 1;
  const tail = start > 0 ? messages.slice(start) : messages;
  return { messages: tail, earlier: (tail[0]?.index ?? 0) > 0 };
}

/** Removes texts that have arrived as messages. */
function withoutAnswered(outbox: ById<OutboxMessage>, messages: readonly Message[]): ById<OutboxMessage> {
  return keep(outbox, ({ commandId }) => !isAnsweredBy(messages, commandId));
}

/** Whether the command's text is among the messages. */
export function isAnsweredBy(messages: readonly Message[], commandId: string): boolean {
  return messages.some((message) => message.kind === 'agent' && message.commandId === commandId);
}

/** Whether a text was certainly not sent. For other reasons it may have been. */
export function wasRefused(reason: SendingFailure): boolean {
  return reason === 'refused' || reason === 'unsupported';
}
