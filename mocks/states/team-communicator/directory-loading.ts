import { defineState } from '../state';

export const directoryLoading = defineState({
  id: 'directory-loading',
  title: 'The directory is loading',
  description: 'The contact centre has not answered yet.',
  shows: { screen: 'loading' },
  network: {
    failures: [
      { operation: 'favourites', how: 'hang' },
      { operation: 'recents', how: 'hang' },
      { operation: 'searchTargets', how: 'hang' },
    ],
  },
  steps: [{ press: 'sms-window transfer' }, { see: 'team-communicator skeleton' }],
});
