import { defineState } from '../state';

export const directoryFailedAgain = defineState({
  id: 'directory-failed-again',
  title: 'The directory did not load again',
  description: 'The contact centre has answered with errors twice; the page names a reference for support.',
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
    { press: 'team-communicator error button' },
    { runUntil: 'team-communicator error-reference' },
  ],
});
