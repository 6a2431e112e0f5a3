export { twilioBackend } from './backend';
export type {
  ConversationMessage,
  Conversations,
  ConversationsListener,
  ConversationsSession,
  TextAttributes,
} from './conversations';
export { TwilioOptionsError } from './options';
export type { StartedTransfer, TaskDescription, TransferRequest, TwilioOptions } from './options';
export { twilioConversations } from './twilio-conversations';
export type { TwilioConversationsOptions } from './twilio-conversations';
