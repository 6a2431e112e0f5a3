import { defineState } from '../state';

export const textSending = defineState({
  id: 'text-sending',
  title: 'A text is being sent',
  description: 'The contact centre has not taken Ana’s text yet.',
  shows: { text: 'sending' },
  network: { failures: [{ operation: 'sendMessage', how: 'hang' }] },
  steps: [
    { write: 'sms-window input', text: 'One moment, I am looking into it.' },
    { press: 'sms-window send' },
    { see: 'sms-window message-status' },
  ],
});
