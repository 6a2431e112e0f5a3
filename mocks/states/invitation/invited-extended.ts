import { anaTransfers, biancaAnswers, defineState } from '../state';

export const invitedExtended = defineState({
  id: 'invited-extended',
  title: 'Bianca has more time',
  description: 'Bianca has asked for more time.',
  agent: 'bianca',
  shows: { invitation: 'offered extended' },
  played: [
    [1000, anaTransfers()],
    [6000, biancaAnswers('extendInvitation')],
  ],
  opensAfterMs: 8000,
});
