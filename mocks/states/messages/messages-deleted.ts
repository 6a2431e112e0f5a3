import { anaTransfers, biancaAnswers, defineState } from '../state';

export const messagesDeleted = defineState({
  id: 'messages-deleted',
  title: 'An entry of My Messages deleted',
  description: 'Ana has deleted the newest entry; until she leaves the list she can bring it back.',
  shows: { screen: 'messages' },
  played: [
    [1000, anaTransfers()],
    [3000, biancaAnswers('declineInvitation')],
    [
      4000,
      {
        kind: 'notice',
        notice: {
          kind: 'broadcast',
          severity: 'information',
          from: 'Team lead (demo)',
          text: 'Demo data: the meeting at noon is in room 3.',
        },
      },
    ],
  ],
  opensAfterMs: 6000,
  steps: [
    { press: 'notifications messages-button' },
    { press: 'notifications notice-delete' },
    { see: 'notifications notice-undo' },
  ],
});
