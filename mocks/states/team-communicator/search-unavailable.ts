import { defineState } from '../state';

export const searchUnavailable = defineState({
  id: 'search-unavailable',
  title: 'A search that finds who is not available',
  description:
    'Ana has folded away the targets that cannot be chosen and searches for Leo Marchetti, who is offline. He is found all the same, with the reason in his line.',
  shows: { screen: 'searching' },
  steps: [
    { press: 'sms-window transfer' },
    { see: 'team-communicator row' },
    { press: 'team-communicator fold' },
    { write: 'team-communicator search-input', text: 'Leo' },
    { see: 'team-communicator row-offline match' },
  ],
});
