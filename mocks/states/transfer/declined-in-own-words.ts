import { anaTransfers, by, defineState } from '../state';

export const declinedInOwnWords = defineState({
  id: 'declined-in-own-words',
  title: 'The target has declined, in own words',
  description: 'Bianca has written why she declines.',
  shows: { transfer: 'pending declined' },
  played: [
    [1000, anaTransfers()],
    [6000, by('bianca', { type: 'answer', with: 'declineInvitation', reason: 'Ask Kavya, she knows Sam' })],
  ],
  opensAfterMs: 8000,
});
