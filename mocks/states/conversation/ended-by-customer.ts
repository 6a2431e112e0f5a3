import { samsConversation } from '../../scenarios/demo-data';
import { defineState } from '../state';

export const endedByCustomer = defineState({
  id: 'ended-by-customer',
  title: 'The customer has ended the conversation',
  description: 'The conversation has ended; Ana can read it and close it.',
  shows: { screen: 'conversation' },
  played: [[3000, { kind: 'customerEnds', interactionId: samsConversation }]],
});
