import { demoCentre, samsConversation } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

const demo = demoCentre();

export const textUndeliveredNumberUnknown = defineState({
  id: 'text-undelivered-number-unknown',
  title: 'The number does not exist',
  description: 'Ana’s text was not delivered: Sam’s number does not exist.',
  shows: { text: 'numberUnknown' },
  seed: { ...demo, conversations: demo.conversations.map((sam) => ({ ...sam, failures: ['numberUnknown'] as const })) },
  played: [
    [
      2000,
      by('ana', { type: 'sendMessage', interactionId: samsConversation, text: 'One moment, I am looking into it.' }),
    ],
  ],
});
