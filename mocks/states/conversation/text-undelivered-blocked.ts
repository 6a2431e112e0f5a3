import { demoCentre, samsConversation } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

const demo = demoCentre();

export const textUndeliveredBlocked = defineState({
  id: 'text-undelivered-blocked',
  title: 'The customer has blocked texts',
  description: 'Ana’s text was not delivered: Sam has opted out of messages.',
  shows: { text: 'blocked' },
  seed: { ...demo, conversations: demo.conversations.map((sam) => ({ ...sam, failures: ['blocked'] as const })) },
  played: [
    [
      2000,
      by('ana', { type: 'sendMessage', interactionId: samsConversation, text: 'One moment, I am looking into it.' }),
    ],
  ],
});
