import { anaTransfers, biancaAnswers, defineState } from '../state';

export const poolEmpty = defineState({
  id: 'pool-empty',
  title: 'No agent left to ask',
  description: 'The only ready member of the group Senior agents has declined.',
  shows: { transfer: 'pending poolEmpty' },
  played: [
    [1000, anaTransfers({ kind: 'agentGroup', id: 'seniors', name: 'Senior agents' })],
    [6000, biancaAnswers('declineInvitation')],
  ],
  opensAfterMs: 8000,
});
