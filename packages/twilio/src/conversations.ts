import type { AgentMessage, AgentRef, Attachment } from '@baton/contracts';

/**
 * Where the texts of conversations are. `twilioConversations` is the one of Twilio; a host whose texts are elsewhere
 * gives its own.
 */
export interface Conversations {
  /** Connects an agent. Rejects when there is no connection; Baton then tries again. */
  connect(listener: ConversationsListener): Promise<ConversationsSession>;
}

/** The connection of one agent in one window. */
export interface ConversationsSession {
  /** All messages of a conversation, in order. */
  messages(conversationSid: string): Promise<ConversationMessage[]>;
  /** Sends a text. Resolves to its index as soon as the product has it. */
  send(conversationSid: string, text: string, attributes: TextAttributes): Promise<number>;
  /** Ends the connection. Nothing is told any more. */
  close(): void;
}

/** What a connection tells. */
export interface ConversationsListener {
  /** A new message, or one that has changed. */
  onMessage(conversationSid: string, message: ConversationMessage): void;
  /** The connection is lost; it is being restored. */
  onBreak(): void;
  /** The connection is restored. Messages that came meanwhile are read anew. */
  onRestored(): void;
  /** The agent has to sign in again. */
  onTokenLost(): void;
}

/** What is kept with a text that an agent sends: whose it is, and by which command. */
export interface TextAttributes {
  /** The command that sent it. */
  commandId: string;
  /** The agent who wrote it. */
  from: AgentRef;
}

/** A message of a conversation. */
export interface ConversationMessage {
  /** Grows within a conversation, with gaps. */
  index: number;
  /** In ms since the Unix epoch. */
  at: number;
  /** Whether the customer wrote it, and no agent or program. */
  isFromCustomer: boolean;
  /** Who wrote it, as the product names them. */
  author: string;
  /** Empty when only attachments came. */
  text: string;
  /** What the customer sent besides. */
  attachments: Attachment[];
  /** What was sent with it, unchecked. */
  attributes: unknown;
  /** Of what an agent wrote. */
  delivery: AgentMessage['delivery'];
}
