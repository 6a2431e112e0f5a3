import { longHistory } from '../../scenarios/long-history';
import { defineState } from '../state';
import { openConversation } from '../step';

export const earlierLoading = defineState({
  id: 'earlier-loading',
  title: 'Earlier messages are loading',
  description: 'The contact centre has not answered yet.',
  shows: { screen: 'loading' },
  seed: longHistory.seed,
  network: { failures: [{ operation: 'messages', how: 'hang' }] },
  steps: [openConversation(1), { press: 'sms-window earlier' }, { focus: 'sms-window earlier' }],
});
