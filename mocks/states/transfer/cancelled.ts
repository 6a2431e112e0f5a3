import { anaTransfers, by, defineState } from '../state';

export const cancelled = defineState({
  id: 'cancelled',
  title: 'Ana has cancelled',
  description: 'The invitation is withdrawn; the conversation stays with Ana.',
  shows: { transfer: 'pending cancelled' },
  played: [
    [1000, anaTransfers()],
    [6000, by('ana', { type: 'cancelTransfer' })],
  ],
  opensAfterMs: 8000,
});
