import type { SaidMessage } from '@baton/adapter-kit';
import type { AgentRef } from '@baton/contracts';
import * as v from 'valibot';
import type { ConversationMessage } from './conversations';
import { SentAttributes } from './payloads';

/**
 * The messages of the agent's conversations. Twilio counts them with gaps, and Baton without: an entry's place is how
 * many come before it, so that a conversation has to be read whole.
 */
export interface Transcripts {
  /** Whether a conversation has been read. */
  has(conversationSid: string): boolean;
  /** Reads a conversation, with what is told of it meanwhile. */
  read(conversationSid: string): Promise<void>;
  /** Takes a message. Returns what is to be said of it: nothing while its conversation is being read. */
  put(conversationSid: string, message: ConversationMessage): SaidMessage[];
  all(conversationSid: string): SaidMessage[];
  /** The index of the text that a command has sent. */
  sentBy(conversationSid: string, commandId: string): number | undefined;
  forget(conversationSid: string): void;
}

interface Transcript {
  isRead: boolean;
  byIndex: Map<number, ConversationMessage>;
  /** What was told since the last reading began: as new as what is read, or newer. */
  told: Map<number, ConversationMessage>;
}

/** @param messages reads all messages of a conversation */
export function createTranscripts(messages: (conversationSid: string) => Promise<ConversationMessage[]>): Transcripts {
  const transcripts = new Map<string, Transcript>();
  const inOrder = (sid: string) =>
    [...(transcripts.get(sid)?.byIndex.values() ?? [])].sort((a, b) => a.index - b.index);

  return {
    has: (sid) => transcripts.get(sid)?.isRead ?? false,
    async read(sid) {
      const transcript = transcripts.get(sid) ?? { isRead: false, byIndex: new Map(), told: new Map() };
      transcripts.set(sid, transcript);
      transcript.told = new Map();
      const read = (await messages(sid)).map((message) => [message.index, message] as const);
      transcript.byIndex = new Map([...transcript.byIndex, ...read, ...transcript.told]);
      transcript.isRead = true;
    },
    put(sid, message) {
      const transcript = transcripts.get(sid);
      if (!transcript) return [];
      transcript.told.set(message.index, message);
      if (!transcript.isRead) return [];
      const isNew = !transcript.byIndex.has(message.index);
      transcript.byIndex.set(message.index, message);
      const all = inOrder(sid).map(said);
      const place = inOrder(sid).indexOf(message);
      // A message before others moves them.
      return isNew ? all.slice(place) : all.slice(place, place + 1);
    },
    all: (sid) => inOrder(sid).map(said),
    sentBy: (sid, commandId) =>
      inOrder(sid).find(({ attributes }) => sentWith(attributes).commandId === commandId)?.index,
    forget: (sid) => void transcripts.delete(sid),
  };
}

function said({ index, at, text, author, ...message }: ConversationMessage, place: number): SaidMessage {
  const { attachments, attributes, delivery, isFromCustomer } = message;
  const placed = { id: messageId(index), index: place, at, text };
  if (isFromCustomer) return { ...placed, kind: 'customer', ...(attachments.length > 0 && { attachments }) };
  const { commandId, from = refOf(author) } = sentWith(attributes);
  return { ...placed, kind: 'agent', from, delivery, ...(commandId !== undefined && { commandId }) };
}

/** The id of a message, by which a text is also answered when it is sent. */
export const messageId = (index: number): string => `${index}`;

function sentWith(attributes: unknown): v.InferOutput<typeof SentAttributes> {
  const read = v.safeParse(SentAttributes, attributes);
  return read.success ? read.output : {};
}

const refOf = (author: string): AgentRef => ({ id: author || 'unknown', name: author || 'Unknown' });
