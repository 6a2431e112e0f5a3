import { anaTransfers, by, defineState } from '../state';

export const withdrawnAtTarget = defineState({
  id: 'withdrawn-at-target',
  title: 'The invitation was withdrawn',
  description: 'Ana has cancelled while Bianca was invited.',
  agent: 'bianca',
  shows: { invitation: 'offered withdrawn' },
  played: [
    [1000, anaTransfers()],
    [6000, by('ana', { type: 'cancelTransfer' })],
  ],
  opensAfterMs: 8000,
});
