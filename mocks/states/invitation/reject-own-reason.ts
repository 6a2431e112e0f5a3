import { openCard } from '../step';
import { anaTransfers, defineState } from '../state';

export const rejectOwnReason = defineState({
  id: 'reject-own-reason',
  title: 'A reason of the agent’s own',
  description: 'Bianca writes why she rejects.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  played: [[1000, anaTransfers()]],
  steps: [
    { press: 'notifications reject-because', narrow: openCard('notifications reject-because') },
    { press: 'notifications menu-item', at: -1 },
    { see: 'notifications own-reason' },
  ],
});
