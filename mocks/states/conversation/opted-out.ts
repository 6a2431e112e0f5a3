import { samsConversation } from '../../scenarios/demo-data';
import { defineState } from '../state';

export const optedOut = defineState({
  id: 'opted-out',
  title: 'The customer has opted out',
  description:
    'Sam has sent STOP while Ana was writing: the composer says why nothing can be sent, and shows her draft.',
  shows: { screen: 'conversation' },
  played: [[6000, { kind: 'customerWrites', interactionId: samsConversation, text: 'Stop.' }]],
  steps: [
    { write: 'sms-window input', text: 'I have asked for the second payment to be refunded.' },
    { until: 7000 },
    { see: 'sms-window opted-out' },
  ],
});
