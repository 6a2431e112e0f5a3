import { defineState } from '../state';

export const searchNothingFound = defineState({
  id: 'search-nothing-found',
  title: 'Search without results',
  description: 'No target has the name that Ana searches for.',
  shows: { screen: 'empty' },
  steps: [
    { press: 'sms-window transfer' },
    { write: 'team-communicator search-input', text: 'Zanzibar' },
    { see: 'team-communicator empty' },
  ],
});
