import { writeTo, seed } from '../new-text-steps';
import { defineState } from '../state';

export const newTextBegun = defineState({
  id: 'new-text-begun',
  title: 'A conversation that the agent has begun',
  description: 'It has begun with the text of Ana, and is in front.',
  seed,
  shows: { screen: 'conversation' },
  steps: [...writeTo('07700 900160'), { press: 'sms-window new-text send' }, { runUntil: 'sms-window message-agent' }],
});
