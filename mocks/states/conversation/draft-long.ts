import { defineState } from '../state';

export const draftLong = defineState({
  id: 'draft-long',
  title: 'A draft of four messages',
  description: 'Ana’s text is long and has characters for which less text fits; plain ones are offered.',
  shows: { screen: 'conversation' },
  steps: [
    { write: 'sms-window input', text: 'Thank you for waiting. “Order 48213” was sent twice. '.repeat(5) },
    { see: 'sms-window replace' },
  ],
});
