import { refusedTo, seed } from '../new-text-steps';
import { defineState } from '../state';

export const newTextLandline = defineState({
  id: 'new-text-landline',
  title: 'The number takes no texts',
  description: 'The contact centre has refused a text to a landline.',
  seed,
  shows: { screen: 'conversation' },
  steps: refusedTo('020 7946 0100'),
});
