import { defineState } from '../state';

export const kindFiltered = defineState({
  id: 'kind-filtered',
  title: 'Queues only',
  description: 'Ana shows queues only.',
  shows: { screen: 'searching' },
  steps: [
    { press: 'sms-window transfer' },
    { see: 'team-communicator row' },
    { press: 'team-communicator chip', at: 5 },
    { see: 'team-communicator row' },
  ],
});
