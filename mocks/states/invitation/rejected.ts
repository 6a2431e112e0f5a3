import { anaTransfers, biancaAnswers, defineState } from '../state';

export const rejected = defineState({
  id: 'rejected',
  title: 'Bianca has rejected',
  description: 'The conversation stays with Ana.',
  agent: 'bianca',
  shows: { invitation: 'offered declined' },
  played: [
    [1000, anaTransfers()],
    [6000, biancaAnswers('declineInvitation')],
  ],
  opensAfterMs: 8000,
});
