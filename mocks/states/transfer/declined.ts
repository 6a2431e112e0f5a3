import { anaTransfers, biancaAnswers, defineState } from '../state';

export const declined = defineState({
  id: 'declined',
  title: 'The target has declined',
  description: 'Bianca has declined; the conversation stays with Ana.',
  shows: { transfer: 'pending declined' },
  played: [
    [1000, anaTransfers()],
    [6000, biancaAnswers('declineInvitation')],
  ],
  opensAfterMs: 8000,
});
