import { anaTransfers, defineState } from '../state';

export const pickingSomeoneElse = defineState({
  id: 'picking-someone-else',
  title: 'Ana looks for someone else',
  description: 'Bianca has not answered yet; Ana has pressed Offer to someone else.',
  shows: { screen: 'searching' },
  played: [[1000, anaTransfers()]],
  steps: [{ press: 'sms-window banner-actions button', at: 1 }, { see: 'team-communicator row' }],
});
