import { anaTransfers, biancaAnswers, defineState } from '../state';

export const messagesOpen = defineState({
  id: 'messages-open',
  title: 'My Messages open',
  description: 'Bianca has declined a transfer, the contact centre has written, and a service does not work.',
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
    [
      5000,
      {
        kind: 'notice',
        notice: {
          kind: 'service',
          severity: 'problem',
          service: 'Customer records (demo)',
          state: 'down',
          text: 'Demo data: note changes of address on paper until then.',
          priority: 'high',
        },
      },
    ],
  ],
  opensAfterMs: 7000,
  steps: [{ press: 'notifications messages-button' }, { see: 'notifications notice' }],
});
