import { refusedTo, seed } from '../new-text-steps';
import { defineState } from '../state';

export const newTextTaken = defineState({
  id: 'new-text-taken',
  title: 'A colleague has the conversation',
  description: 'Bianca has a conversation with this number: the contact centre has refused the text, which is kept.',
  seed,
  shows: { screen: 'conversation' },
  steps: refusedTo('07700 900150'),
});
