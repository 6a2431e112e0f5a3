import { offerMs } from '../../contact-centre/limits';
import { anaTransfers, defineState } from '../state';

export const inviting8SecondsLeft = defineState({
  id: 'inviting-8-seconds-left',
  title: 'Eight seconds left',
  description: 'Bianca has not answered yet; the invitation ends in eight seconds.',
  shows: { transfer: 'none invited' },
  played: [[1000, anaTransfers()]],
  opensAfterMs: 1000 + offerMs - 8000,
});
