import { demoCentre, samsConversation } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

const demo = demoCentre();

export const textUndeliveredCarrierBlocked = defineState({
  id: 'text-undelivered-carrier-blocked',
  title: 'The carrier blocks the number',
  description: 'Ana’s text was not delivered: the carrier blocks messages to Sam’s number.',
  shows: { text: 'carrierBlocked' },
  seed: {
    ...demo,
    conversations: demo.conversations.map((sam) => ({ ...sam, failures: ['carrierBlocked'] as const })),
  },
  played: [
    [
      2000,
      by('ana', { type: 'sendMessage', interactionId: samsConversation, text: 'One moment, I am looking into it.' }),
    ],
  ],
});
