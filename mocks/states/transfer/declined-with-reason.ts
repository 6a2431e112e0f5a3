import { anaTransfers, by, defineState } from '../state';

export const declinedWithReason = defineState({
  id: 'declined-with-reason',
  title: 'The target has declined, with a reason',
  description: 'Bianca has declined because she is busy.',
  shows: { transfer: 'pending declined' },
  played: [
    [1000, anaTransfers()],
    [6000, by('bianca', { type: 'answer', with: 'declineInvitation', reason: 'busy' })],
  ],
  opensAfterMs: 8000,
});
