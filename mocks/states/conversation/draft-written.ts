import { defineState } from '../state';

export const draftWritten = defineState({
  id: 'draft-written',
  title: 'A draft',
  description: 'Ana has begun a text.',
  shows: { screen: 'conversation' },
  steps: [{ write: 'sms-window input', text: 'I have asked for the second payment to be' }],
});
