import { defineState } from '../state';

export const teamOpen = defineState({
  id: 'team-open',
  title: 'Team Communicator open',
  description: 'Ana looks for a target; favourites and recent targets are shown.',
  shows: { screen: 'searching' },
  steps: [{ press: 'sms-window transfer' }, { see: 'team-communicator row' }],
});
