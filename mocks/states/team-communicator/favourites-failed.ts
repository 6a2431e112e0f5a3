import { defineState } from '../state';

export const favouritesFailed = defineState({
  id: 'favourites-failed',
  title: 'Favourites did not load',
  description: 'The rest of the directory is there.',
  shows: { screen: 'error' },
  network: { failures: [{ operation: 'favourites', how: 'error' }] },
  steps: [
    { press: 'sms-window transfer' },
    { see: 'team-communicator search-input' },
    { runUntil: 'team-communicator results hint' },
  ],
});
