import { samsConversation } from '../../scenarios/demo-data';
import { anaTransfers, defineState } from '../state';

export const customerEnded = defineState({
  id: 'customer-ended',
  title: 'The customer has ended the conversation meanwhile',
  description: 'The customer has ended the conversation while Bianca was invited.',
  shows: { transfer: 'pending customerEnded' },
  played: [
    [1000, anaTransfers()],
    [6000, { kind: 'customerEnds', interactionId: samsConversation }],
  ],
  opensAfterMs: 8000,
});
