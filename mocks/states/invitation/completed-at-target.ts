import { samsConversation } from '../../scenarios/demo-data';
import { anaTransfers, by, defineState } from '../state';

export const completedAtTarget = defineState({
  id: 'completed-at-target',
  title: 'Ana has completed the conversation',
  description: 'Ana has ended and completed the conversation while Bianca was invited.',
  agent: 'bianca',
  shows: { transfer: 'pending completed', invitation: 'offered conversationEnded' },
  played: [
    [1000, anaTransfers()],
    [6000, by('ana', { type: 'completeInteraction', interactionId: samsConversation })],
  ],
  opensAfterMs: 8000,
});
