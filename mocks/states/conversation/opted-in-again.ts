import { samsConversation } from '../../scenarios/demo-data';
import { defineState } from '../state';

export const optedInAgain = defineState({
  id: 'opted-in-again',
  title: 'The customer has opted in again',
  description: 'Sam has sent STOP, HELP and then START: Ana can write to him again.',
  shows: { screen: 'conversation' },
  played: [
    [1000, { kind: 'customerWrites', interactionId: samsConversation, text: 'STOP' }],
    [2000, { kind: 'customerWrites', interactionId: samsConversation, text: 'help' }],
    [3000, { kind: 'customerWrites', interactionId: samsConversation, text: 'START' }],
  ],
});
