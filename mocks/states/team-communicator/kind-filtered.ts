import { defineState } from '../state';

export const kindFiltered = defineState({
  id: 'kind-filtered',
  title: 'Queues only',
  description: 'Ana shows queues only.',
  shows: { screen: 'searching' },
  steps: [
    { press: 'sms-window transfer' },
    { see: 'team-communicator row' },
    {
      press: 'team-communicator chip',
      at: 4,
      narrow: [{ press: 'team-communicator filter button' }, { press: 'team-communicator menu-item', at: 4 }],
    },
    { see: 'team-communicator row' },
  ],
});
