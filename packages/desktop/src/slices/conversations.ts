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
  const merged = [...held];
  let changed = false;
  for (const message of arrived) {
    const place = firstThat(merged, ({ index }) => index >= message.index);
    const known = merged[place];
    const isKnown = known?.index === message.index;
    if (isKnown && message.version <= known.version) continue;
    merged.splice(place, Number(isKnown), message);
    changed = true;
  }
  return changed ? merged : held;
}

/** The part that can be shown: the end of the conversation, back to the first missing message. */
function conversationFrom(held: readonly Message[]): Conversation {
  // Without a gap, indexes and places rise together.
  const ahead = ({ index }: Message, place: number) => index - place;
  const last = held.at(-1);
  const end = last && ahead(last, held.length - 1);
  const start = firstThat(held, (message, place) => ahead(message, place) === end);
  const messages = start > 0 ? held.slice(start) : held;
  return { messages, earlier: (messages[0]?.index ?? 0) > 0 };
}

/** The first place whose message passes `test`, which all after it pass as well; the length when none does. */
function firstThat(messages: readonly Message[], test: (message: Message, place: number) => boolean): number {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const message = messages[middle];
    if (message && test(message, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
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
  return reason === 'refused' || reason === 'optedOut' || reason === 'unsupported';
}
