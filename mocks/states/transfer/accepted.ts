import { anaTransfers, biancaAnswers, defineState } from '../state';

export const accepted = defineState({
  id: 'accepted',
  title: 'The target has accepted',
  description: 'Bianca has accepted; Ana’s window is about to close.',
  shows: { transfer: 'pending accepted' },
  played: [
    [1000, anaTransfers()],
    [7000, biancaAnswers('acceptInvitation')],
  ],
  steps: [{ see: 'sms-window banner-actions button' }, { until: 7000 }, { see: 'sms-window banner-done' }],
});
