import { defineState } from '../state';

export const searchResults = defineState({
  id: 'search-results',
  title: 'Search with results',
  description: 'Ana searches for “b”.',
  shows: { screen: 'searching' },
  steps: [
    { press: 'sms-window transfer' },
    { write: 'team-communicator search-input', text: 'b' },
    { see: 'team-communicator row match' },
  ],
});
