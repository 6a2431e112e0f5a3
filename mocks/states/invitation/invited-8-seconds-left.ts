import { offerMs } from '../../contact-centre/limits';
import { anaTransfers, defineState } from '../state';

export const invited8SecondsLeft = defineState({
  id: 'invited-8-seconds-left',
  title: 'Eight seconds to answer',
  description: 'The invitation to Bianca ends in eight seconds.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  played: [[1000, anaTransfers()]],
  opensAfterMs: 1000 + offerMs - 8000,
});
