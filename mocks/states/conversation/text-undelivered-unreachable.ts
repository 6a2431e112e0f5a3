import { demoCentre, samsConversation } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

const demo = demoCentre();

export const textUndeliveredUnreachable = defineState({
  id: 'text-undelivered-unreachable',
  title: 'The phone was off',
  description: 'Ana’s text was not delivered: the phone was off or had no network.',
  shows: { text: 'unreachable' },
  seed: { ...demo, conversations: demo.conversations.map((sam) => ({ ...sam, failures: ['unreachable'] as const })) },
  played: [
    [
      2000,
      by('ana', { type: 'sendMessage', interactionId: samsConversation, text: 'One moment, I am looking into it.' }),
    ],
  ],
});
