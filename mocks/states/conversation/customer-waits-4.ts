import { withOlu } from '../other-conversation';
import { defineState } from '../state';

export const customerWaits4 = defineState({
  id: 'customer-waits-4',
  title: 'A customer waits for four minutes',
  description: 'Olu, in the list, has waited for an answer for four minutes.',
  shows: { screen: 'conversation' },
  seed: withOlu(4),
});
