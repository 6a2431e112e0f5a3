import { defineState } from '../state';

export const notSent = defineState({
  id: 'not-sent',
  title: 'The transfer could not be sent',
  description: 'The contact centre has answered with an error when Ana transferred.',
  shows: { screen: 'refused' },
  network: { failures: [{ operation: 'startTransfer', how: 'error' }] },
  steps: [
    { press: 'sms-window transfer' },
    { press: 'team-communicator row actions' },
    { press: 'team-communicator menu-item' },
    { see: 'sms-window banner-problem' },
  ],
});
