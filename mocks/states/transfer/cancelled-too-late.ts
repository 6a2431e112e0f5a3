import { anaTransfers, biancaAnswers, defineState } from '../state';

export const cancelledTooLate = defineState({
  id: 'cancelled-too-late',
  title: 'Ana cancels too late',
  description: 'Bianca has accepted before Ana’s desktop heard of it; Ana has cancelled meanwhile.',
  shows: { transfer: 'pending accepted' },
  network: { stream: 'buffered' },
  played: [
    [1000, anaTransfers()],
    [11_000, biancaAnswers('acceptInvitation')],
  ],
  steps: [
    { until: 10_000 },
    { see: 'sms-window banner-actions button' },
    { until: 11_000 },
    { press: 'sms-window banner-actions button' },
    { see: 'sms-window banner-done' },
  ],
});
