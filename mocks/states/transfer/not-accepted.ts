import { demoCentre } from '../../scenarios/demo-data';
import { anaTransfers, biancaAnswers, defineState } from '../state';

export const notAccepted = defineState({
  id: 'not-accepted',
  title: 'Not accepted, reason unknown',
  description: 'The backend does not say why the transfer has come back.',
  seed: { ...demoCentre(), quirks: { hidesReasons: true } },
  shows: { transfer: 'pending unexplained' },
  played: [
    [1000, anaTransfers()],
    [6000, biancaAnswers('declineInvitation')],
  ],
  opensAfterMs: 8000,
});
