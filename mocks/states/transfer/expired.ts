import { offerMs } from '../../contact-centre/limits';
import { anaTransfers, defineState } from '../state';

export const expired = defineState({
  id: 'expired',
  title: 'The target has not answered',
  description: 'The invitation has run out; the conversation stays with Ana.',
  shows: { transfer: 'pending expired' },
  played: [[1000, anaTransfers()]],
  opensAfterMs: 1000 + offerMs + 2000,
});
