import type { ConversationMessage, Conversations, ConversationsListener } from '../conversations';

/** A stand-in for Conversations: who takes part is told at once, texts are counted with gaps. */
export interface ConversationsDouble {
  add(sid: string): void;
  join(sid: string, identity: string): void;
  leave(sid: string, identity: string): void;
  customerWrites(sid: string, text: string): void;
  /** The connections of an agent break, and stay so until `restore`. */
  break(identity: string): void;
  restore(identity: string): void;
  /** The texts of a conversation. */
  texts(sid: string): string[];
  /** How many connections there are. */
  connections(): number;
  of(identity: string): Conversations;
}

interface Conversation {
  messages: ConversationMessage[];
  participants: Set<string>;
}

export function createConversationsDouble(): ConversationsDouble {
  const conversations = new Map<string, Conversation>();
  const sessions = new Set<{ identity: string; listener: ConversationsListener }>();
  const broken = new Set<string>();

  function conversationOf(sid: string): Conversation {
    const conversation = conversations.get(sid);
    if (!conversation) throw new Error(`There is no conversation ${sid}.`);
    return conversation;
  }

  function ofParticipant(sid: string, identity: string): Conversation {
    const conversation = conversationOf(sid);
    if (broken.has(identity)) throw new Error('There is no connection.');
    if (!conversation.participants.has(identity)) throw new Error(`${identity} takes no part in ${sid}.`);
    return conversation;
  }

  function write(sid: string, message: Pick<ConversationMessage, 'isFromCustomer' | 'author' | 'text' | 'attributes'>) {
    const { messages, participants } = conversationOf(sid);
    const index = (messages.at(-1)?.index ?? -2) + 2;
    const written: ConversationMessage = {
      ...message,
      ...{ index, at: Date.now(), attachments: [], delivery: { state: 'sent' } },
    };
    messages.push(written);
    for (const { identity, listener } of sessions) {
      if (participants.has(identity) && !broken.has(identity)) listener.onMessage(sid, written);
    }
    return index;
  }

  return {
    add: (sid) => void conversations.set(sid, { messages: [], participants: new Set() }),
    join: (sid, identity) => void conversationOf(sid).participants.add(identity),
    leave: (sid, identity) => void conversationOf(sid).participants.delete(identity),
    customerWrites: (sid, text) =>
      void write(sid, { isFromCustomer: true, author: '+447700900123', text, attributes: {} }),
    break(identity) {
      broken.add(identity);
      for (const session of sessions) if (session.identity === identity) session.listener.onBreak();
    },
    restore(identity) {
      broken.delete(identity);
      for (const session of sessions) if (session.identity === identity) session.listener.onRestored();
    },
    texts: (sid) => conversationOf(sid).messages.map(({ text }) => text),
    connections: () => sessions.size,
    of: (identity) => ({
      async connect(listener) {
        const session = { identity, listener };
        sessions.add(session);
        return {
          messages: async (sid) => [...ofParticipant(sid, identity).messages],
          async send(sid, text, attributes) {
            ofParticipant(sid, identity);
            return write(sid, { isFromCustomer: false, author: identity, text, attributes });
          },
          close: () => sessions.delete(session),
        };
      },
    }),
  };
}
