import { openNewText, seed } from '../new-text-steps';
import { defineState } from '../state';

export const newTextHalfTyped = defineState({
  id: 'new-text-half-typed',
  title: 'A number that is half typed',
  description: 'Digits are missing, and Ana is still in the field: it is no mistake yet.',
  seed,
  shows: { screen: 'conversation' },
  steps: [openNewText, { write: 'sms-window new-text-number', text: '07700 9' }],
});
