import { writeTo, seed } from '../new-text-steps';
import { defineState } from '../state';

export const newTextWrong = defineState({
  id: 'new-text-wrong',
  title: 'A number with too few digits',
  description: 'Ana has gone on to the text, so that the number is a mistake.',
  seed,
  shows: { screen: 'conversation' },
  steps: writeTo('07700 9'),
});
