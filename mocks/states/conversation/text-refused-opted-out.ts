import { samsConversation } from '../../scenarios/demo-data';
import { defineState } from '../state';

export const textRefusedOptedOut = defineState({
  id: 'text-refused-opted-out',
  title: 'STOP came before a text',
  description:
    'Sam has sent STOP, which Ana’s desktop does not know yet. The contact centre has refused her text; it is kept.',
  shows: { text: 'optedOut' },
  network: { stream: 'muted' },
  played: [[6000, { kind: 'customerWrites', interactionId: samsConversation, text: 'STOP' }]],
  steps: [
    { write: 'sms-window input', text: 'One moment, I am looking into it.' },
    { until: 6500 },
    { press: 'sms-window send' },
    { see: 'sms-window unsent' },
  ],
});
