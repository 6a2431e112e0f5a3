import { openCard } from '../step';
import { anaTransfers, defineState } from '../state';

export const rejecting = defineState({
  id: 'rejecting',
  title: 'Rejecting can still be undone',
  description: 'Bianca has rejected; it goes out in three seconds.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  played: [[1000, anaTransfers()]],
  steps: [{ press: 'notifications reject', narrow: openCard('notifications reject') }, { see: 'notifications undo' }],
});
