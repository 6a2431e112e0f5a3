import { anaTransfers, defineState } from '../state';

export const accepting = defineState({
  id: 'accepting',
  title: 'Accepting',
  description: 'Bianca has pressed Accept; the contact centre has not answered yet.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  network: { failures: [{ operation: 'acceptInvitation', how: 'hang' }] },
  played: [[1000, anaTransfers()]],
  steps: [{ press: 'notifications accept' }],
});
