import { longHistory } from '../../scenarios/long-history';
import { defineState } from '../state';
import { openConversation } from '../step';

export const earlierFailed = defineState({
  id: 'earlier-failed',
  title: 'Earlier messages did not load',
  description: 'The contact centre has answered with an error.',
  shows: { screen: 'error' },
  seed: longHistory.seed,
  network: { failures: [{ operation: 'messages', how: 'error' }] },
  steps: [
    openConversation(1),
    { press: 'sms-window earlier' },
    { runUntil: 'sms-window error' },
    { focus: 'sms-window error button' },
  ],
});
