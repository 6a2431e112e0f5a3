import { demoCentre, samsConversation } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

const demo = demoCentre();

export const textUndeliveredFiltered = defineState({
  id: 'text-undelivered-filtered',
  title: 'The carrier has refused a text',
  description: 'Ana’s text was not delivered: the carrier has refused its words.',
  shows: { text: 'filtered' },
  seed: { ...demo, conversations: demo.conversations.map((sam) => ({ ...sam, failures: ['filtered'] as const })) },
  played: [
    [
      2000,
      by('ana', { type: 'sendMessage', interactionId: samsConversation, text: 'One moment, I am looking into it.' }),
    ],
  ],
});
