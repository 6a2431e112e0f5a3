import { defineState, forGood } from '../state';

export const textNotSent = defineState({
  id: 'text-not-sent',
  title: 'A text was not sent',
  description: 'The connection was lost while Ana’s text was on its way; the text is kept.',
  shows: { text: 'network', connection: 'connectionLost' },
  network: {
    failures: [{ operation: 'sendMessage', how: 'hang' }],
    outages: [{ fromMs: 6000, toMs: forGood }],
  },
  steps: [
    { write: 'sms-window input', text: 'One moment, I am looking into it.' },
    { press: 'sms-window send' },
    { see: 'sms-window message-status' },
    { until: 6000 },
    { runUntil: 'sms-window unsent' },
  ],
});
