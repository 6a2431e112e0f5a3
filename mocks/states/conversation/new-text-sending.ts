import { writeTo, seed } from '../new-text-steps';
import { defineState } from '../state';

export const newTextSending = defineState({
  id: 'new-text-sending',
  title: 'The first text is on its way',
  description: 'Ana has sent it, and the contact centre has not answered yet.',
  seed,
  shows: { screen: 'conversation' },
  network: { failures: [{ operation: 'startInteraction', how: 'hang' }] },
  steps: [...writeTo('07700 900160'), { press: 'sms-window new-text send' }],
});
