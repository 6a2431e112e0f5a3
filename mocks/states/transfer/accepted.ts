import { anaTransfers, biancaAnswers, defineState } from '../state';

export const accepted = defineState({
  id: 'accepted',
  title: 'The target has accepted',
  description: 'Bianca has accepted; the conversation is hers.',
  shows: { transfer: 'pending accepted' },
  played: [
    [1000, anaTransfers()],
    [6000, biancaAnswers('acceptInvitation')],
  ],
  opensAfterMs: 8000,
});
