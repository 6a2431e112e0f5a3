import { defineState } from '../state';

export const textNotAnswered = defineState({
  id: 'text-not-answered',
  title: 'A text was not answered',
  description: 'The contact centre has not answered when Ana sent a text; the text is kept.',
  shows: { text: 'server' },
  network: { failures: [{ operation: 'sendMessage', how: 'hang' }] },
  steps: [
    { write: 'sms-window input', text: 'One moment, I am looking into it.' },
    { press: 'sms-window send' },
    { runUntil: 'sms-window unsent' },
  ],
});
