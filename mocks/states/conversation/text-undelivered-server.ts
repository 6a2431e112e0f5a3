import { demoCentre, samsConversation } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

const demo = demoCentre();

export const textUndeliveredServer = defineState({
  id: 'text-undelivered-server',
  title: 'The messaging service has not answered',
  description: 'Ana’s text was not delivered: the messaging service has not answered.',
  shows: { text: 'server' },
  seed: { ...demo, conversations: demo.conversations.map((sam) => ({ ...sam, failures: ['server'] as const })) },
  played: [
    [
      2000,
      by('ana', { type: 'sendMessage', interactionId: samsConversation, text: 'One moment, I am looking into it.' }),
    ],
  ],
});
