import { defineState } from '../state';

export const endQuestion = defineState({
  id: 'end-question',
  title: 'End the conversation?',
  description: 'Ana is about to end the conversation.',
  shows: { screen: 'dialog' },
  steps: [{ press: 'sms-window end' }],
});
