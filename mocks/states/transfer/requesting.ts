import { defineState } from '../state';

export const requesting = defineState({
  id: 'requesting',
  title: 'The invitation is being sent',
  description: 'The contact centre has not confirmed Ana’s transfer yet.',
  shows: { screen: 'requesting' },
  network: { failures: [{ operation: 'startTransfer', how: 'hang' }] },
  steps: [
    { press: 'sms-window transfer' },
    { press: 'team-communicator row actions' },
    { press: 'team-communicator menu-item' },
    { see: 'sms-window banner' },
  ],
});
