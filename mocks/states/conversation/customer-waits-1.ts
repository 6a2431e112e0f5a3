import { withOlu } from '../other-conversation';
import { defineState } from '../state';

export const customerWaits1 = defineState({
  id: 'customer-waits-1',
  title: 'A customer waits for a minute',
  description: 'Olu, in the list, has waited for an answer for a minute.',
  shows: { screen: 'conversation' },
  seed: withOlu(1),
});
