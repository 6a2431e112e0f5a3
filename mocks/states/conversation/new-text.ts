import { openNewText, seed } from '../new-text-steps';
import { defineState } from '../state';

export const newText = defineState({
  id: 'new-text',
  title: 'A text to a new number',
  description: 'Ana has opened *New text message*, and has written nothing yet.',
  seed,
  shows: { screen: 'conversation' },
  steps: [openNewText, { see: 'sms-window new-text' }],
});
