import { longHistory } from '../../scenarios/long-history';
import { defineState } from '../state';
import { openConversation } from '../step';

export const findingInConversation = defineState({
  id: 'finding-in-conversation',
  title: 'Finding a text in a conversation',
  description: 'Ana looks for “parcel 28”: the second match is shown, and earlier messages are not loaded yet.',
  shows: { screen: 'conversation' },
  seed: longHistory.seed,
  steps: [
    openConversation(1),
    { press: 'sms-window find-open' },
    { see: 'sms-window find-status' },
    { write: 'sms-window find-field', text: 'parcel 28' },
    { see: 'sms-window match-current' },
    { key: 'Enter' },
  ],
});
