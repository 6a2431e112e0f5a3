import { withOlu } from '../other-conversation';
import { defineState } from '../state';

export const customerWaits6 = defineState({
  id: 'customer-waits-6',
  title: 'A customer waits for six minutes',
  description: 'Olu, in the list, has waited for an answer for six minutes.',
  shows: { screen: 'conversation' },
  seed: withOlu(6),
});
