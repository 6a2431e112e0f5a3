import { openCard } from '../step';
import { anaTransfers, defineState } from '../state';

export const rejectFailed = defineState({
  id: 'reject-failed',
  title: 'Rejecting has failed',
  description: 'The contact centre has answered with an error when Bianca rejected.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  network: { failures: [{ operation: 'declineInvitation', how: 'error' }] },
  played: [[1000, anaTransfers()]],
  steps: [
    { press: 'notifications reject', narrow: openCard('notifications reject') },
    { runUntil: 'notifications banner-problem' },
  ],
});
