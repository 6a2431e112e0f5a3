import { defineState } from '../state';

export const freeOnly = defineState({
  id: 'free-only',
  title: 'Who can take it now',
  description: 'Ana shows only the targets that can take the conversation now.',
  shows: { screen: 'searching' },
  steps: [
    { press: 'sms-window transfer' },
    { see: 'team-communicator row' },
    { press: 'team-communicator chip', at: 1 },
    { see: 'team-communicator row' },
  ],
});
