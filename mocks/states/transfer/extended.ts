import { anaTransfers, biancaAnswers, defineState } from '../state';

export const extended = defineState({
  id: 'extended',
  title: 'The target has asked for more time',
  description: 'Three seconds ago Bianca has asked for more time.',
  shows: { transfer: 'pending extended' },
  played: [
    [1000, anaTransfers()],
    [20_000, biancaAnswers('extendInvitation')],
  ],
  opensAfterMs: 23_000,
});
