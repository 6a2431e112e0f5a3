import { defineState } from '../state';

export const earlierConversation = defineState({
  id: 'earlier-conversation',
  title: 'An earlier conversation',
  description: 'Ana reads in Details what Sam wrote two weeks ago, and the note that Bianca has left there.',
  shows: { screen: 'conversation' },
  steps: [
    { press: 'sms-window details-open', unless: 'sms-window details' },
    { press: 'sms-window earlier-interaction' },
    { see: 'sms-window earlier-interactions message', at: 3 },
  ],
});
