import { defineState } from '../state';

export const directoryFailed = defineState({
  id: 'directory-failed',
  title: 'The directory did not load',
  description: 'The contact centre has answered with errors.',
  shows: { screen: 'error' },
  network: {
    failures: [
      { operation: 'favourites', how: 'error' },
      { operation: 'recents', how: 'error' },
      { operation: 'searchTargets', how: 'error' },
    ],
  },
  steps: [
    { press: 'sms-window transfer' },
    { see: 'team-communicator search-input' },
    { runUntil: 'team-communicator error' },
  ],
});
