import { refusedTo, seed } from '../new-text-steps';
import { defineState } from '../state';

export const newTextOptedOut = defineState({
  id: 'new-text-opted-out',
  title: 'The customer of the number has opted out',
  description: 'The customer has sent STOP in an earlier conversation: the contact centre has refused the text.',
  seed,
  shows: { screen: 'conversation' },
  played: [
    [1, { kind: 'command', agentId: 'bianca', command: { type: 'completeInteraction', interactionId: 'sms-151' } }],
  ],
  steps: refusedTo('07700 900151'),
});
