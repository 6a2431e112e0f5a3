import { offerMs } from '../../contact-centre/limits';
import { anaTransfers, defineState } from '../state';

export const messagesToTryAgain = defineState({
  id: 'messages-to-try-again',
  title: 'My Messages with a transfer to try again',
  description: 'Bianca has not answered; the entry offers the same transfer once more.',
  shows: { screen: 'messages' },
  played: [[1000, anaTransfers()]],
  opensAfterMs: 1000 + offerMs + 2000,
  steps: [{ press: 'notifications messages-button' }, { see: 'notifications notice-retry' }],
});
