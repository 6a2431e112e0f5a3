import { demoCentre, samsConversation } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

const demo = demoCentre();

export const textUndeliveredNumber = defineState({
  id: 'text-undelivered-number',
  title: 'The number takes no texts',
  description: 'Ana’s text was not delivered: Sam’s number cannot receive text messages.',
  shows: { text: 'number' },
  seed: { ...demo, conversations: demo.conversations.map((sam) => ({ ...sam, failures: ['number'] as const })) },
  played: [
    [
      2000,
      by('ana', { type: 'sendMessage', interactionId: samsConversation, text: 'One moment, I am looking into it.' }),
    ],
  ],
});
