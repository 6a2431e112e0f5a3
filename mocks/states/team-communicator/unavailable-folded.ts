import { defineState } from '../state';

export const unavailableFolded = defineState({
  id: 'unavailable-folded',
  title: 'Targets that are not available, folded away',
  description: 'Ana has folded away the targets that cannot be chosen.',
  shows: { screen: 'searching' },
  steps: [{ press: 'sms-window transfer' }, { see: 'team-communicator row' }, { press: 'team-communicator fold' }],
});
