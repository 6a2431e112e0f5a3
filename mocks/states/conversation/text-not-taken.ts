import { defineState } from '../state';

export const textNotTaken = defineState({
  id: 'text-not-taken',
  title: 'A text was not taken',
  description: 'The contact centre has answered with an error when Ana sent a text.',
  shows: { text: 'refused' },
  network: { failures: [{ operation: 'sendMessage', how: 'error' }] },
  steps: [
    { write: 'sms-window input', text: 'One moment, I am looking into it.' },
    { press: 'sms-window send' },
    { see: 'sms-window unsent' },
  ],
});
