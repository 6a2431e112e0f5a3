// Written by `npm run generate -- states`: a file is a state, with the name of its id.
export { messagesDeleted } from './messages-deleted';
export { messagesEmpty } from './messages-empty';
export { messagesOpen } from './messages-open';
export { messagesPriorities } from './messages-priorities';
export { messagesToTryAgain } from './messages-to-try-again';
export { messagesWithDraft } from './messages-with-draft';
export { selfCheck } from './self-check';
export { settings } from './settings';
