import { offerMs } from '../../contact-centre/limits';
import { anaTransfers, defineState } from '../state';

export const missed = defineState({
  id: 'missed',
  title: 'Bianca has missed the transfer',
  description: 'The invitation to Bianca has run out.',
  agent: 'bianca',
  shows: { invitation: 'offered expired' },
  played: [[1000, anaTransfers()]],
  opensAfterMs: 1000 + offerMs + 2000,
});
