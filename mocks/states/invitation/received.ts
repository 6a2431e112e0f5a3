import { anaTransfers, biancaAnswers, defineState } from '../state';

export const received = defineState({
  id: 'received',
  title: 'The conversation is Bianca’s',
  description: 'Bianca has accepted and is the owner.',
  agent: 'bianca',
  shows: { invitation: 'offered accepted' },
  played: [
    [1000, anaTransfers()],
    [6000, biancaAnswers('acceptInvitation')],
  ],
  opensAfterMs: 8000,
});
