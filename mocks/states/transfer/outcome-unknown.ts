import { defineState } from '../state';

export const outcomeUnknown = defineState({
  id: 'outcome-unknown',
  title: 'What became of it is not known',
  description: 'The contact centre has not answered when Ana transferred.',
  shows: { screen: 'refused' },
  network: { failures: [{ operation: 'startTransfer', how: 'hang' }] },
  steps: [
    { press: 'sms-window transfer' },
    { press: 'team-communicator row actions' },
    { press: 'team-communicator menu-item' },
    { runUntil: 'sms-window banner-problem' },
  ],
});
