import { samsConversation } from '../../scenarios/demo-data';
import { anaTransfers, defineState } from '../state';

export const endedAtTarget = defineState({
  id: 'ended-at-target',
  title: 'The conversation has ended meanwhile',
  description: 'The customer has ended the conversation while Bianca was invited.',
  agent: 'bianca',
  shows: { invitation: 'offered conversationEnded' },
  played: [
    [1000, anaTransfers()],
    [6000, { kind: 'customerEnds', interactionId: samsConversation }],
  ],
  opensAfterMs: 8000,
});
