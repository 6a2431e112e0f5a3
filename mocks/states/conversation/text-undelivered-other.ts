import { demoCentre, samsConversation } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

const demo = demoCentre();

export const textUndeliveredOther = defineState({
  id: 'text-undelivered-other',
  title: 'A text was not delivered, and it is not known why',
  description: 'Ana’s text was not delivered: the network has given a code that Baton has no words for.',
  shows: { text: 'other' },
  seed: { ...demo, conversations: demo.conversations.map((sam) => ({ ...sam, failures: ['unknown:30410'] as const })) },
  played: [
    [
      2000,
      by('ana', { type: 'sendMessage', interactionId: samsConversation, text: 'One moment, I am looking into it.' }),
    ],
  ],
});
