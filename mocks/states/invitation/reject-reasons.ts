import { openCard } from '../step';
import { anaTransfers, defineState } from '../state';

export const rejectReasons = defineState({
  id: 'reject-reasons',
  title: 'The reasons for rejecting',
  description: 'Bianca chooses why she rejects.',
  agent: 'bianca',
  shows: { invitation: 'none offered', screen: 'menu' },
  played: [[1000, anaTransfers()]],
  steps: [
    { press: 'notifications reject-because', narrow: openCard('notifications reject-because') },
    { see: 'notifications menu' },
  ],
});
