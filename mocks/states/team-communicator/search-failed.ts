import { defineState } from '../state';

export const searchFailed = defineState({
  id: 'search-failed',
  title: 'A search did not work',
  description: 'The contact centre has answered with an error when Ana searched.',
  shows: { screen: 'error' },
  network: { failures: [{ operation: 'searchTargets', how: 'error' }] },
  steps: [
    { press: 'sms-window transfer' },
    { write: 'team-communicator search-input', text: 'Bianca' },
    { runUntil: 'team-communicator error' },
  ],
});
