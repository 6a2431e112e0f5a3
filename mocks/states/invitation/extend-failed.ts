import { openCard } from '../step';
import { anaTransfers, defineState } from '../state';

export const extendFailed = defineState({
  id: 'extend-failed',
  title: 'No time was added',
  description: 'The contact centre has answered with an error when Bianca asked for more time.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  network: { failures: [{ operation: 'extendInvitation', how: 'error' }] },
  played: [[1000, anaTransfers()]],
  steps: [
    { press: 'notifications extend', narrow: openCard('notifications extend') },
    { see: 'notifications banner-problem' },
  ],
});
