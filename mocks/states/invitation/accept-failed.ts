import { anaTransfers, defineState } from '../state';

export const acceptFailed = defineState({
  id: 'accept-failed',
  title: 'Accepting has failed',
  description: 'The contact centre has answered with an error when Bianca accepted.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  network: { failures: [{ operation: 'acceptInvitation', how: 'error' }] },
  played: [[1000, anaTransfers()]],
  steps: [{ press: 'notifications accept' }, { see: 'notifications banner-problem' }],
});
