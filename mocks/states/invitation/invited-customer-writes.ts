import { samsConversation } from '../../scenarios/demo-data';
import { anaTransfers, defineState } from '../state';

export const invitedCustomerWrites = defineState({
  id: 'invited-customer-writes',
  title: 'The customer writes meanwhile',
  description: 'The customer has written while Bianca is invited.',
  agent: 'bianca',
  shows: { invitation: 'offered written' },
  played: [
    [1000, anaTransfers()],
    [6000, { kind: 'customerWrites', interactionId: samsConversation, text: 'Hello? Is anybody there?' }],
  ],
  opensAfterMs: 8000,
});
