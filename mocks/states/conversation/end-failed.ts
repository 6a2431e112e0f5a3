import { defineState } from '../state';

export const endFailed = defineState({
  id: 'end-failed',
  title: 'The conversation did not end',
  description: 'The contact centre has answered with an error when Ana ended the conversation.',
  shows: { screen: 'error' },
  network: { failures: [{ operation: 'completeInteraction', how: 'error' }] },
  steps: [
    { press: 'sms-window end' },
    { press: 'sms-window dialog button', at: -1 },
    { see: 'sms-window banner-problem' },
  ],
});
