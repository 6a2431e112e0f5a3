import { defineState } from '../state';

export const findingNothing = defineState({
  id: 'finding-nothing',
  title: 'Nothing found in a conversation',
  description: 'Ana looks for “refund”: no message says that.',
  shows: { screen: 'empty' },
  steps: [
    { press: 'sms-window find-open' },
    { see: 'sms-window find-count' },
    { write: 'sms-window find-field', text: 'refund' },
    { see: 'sms-window find-status' },
  ],
});
