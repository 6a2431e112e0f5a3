import { anaTransfers, defineState } from '../state';

export const inviting = defineState({
  id: 'inviting',
  title: 'Ana waits for an answer',
  description: 'Ana has invited Bianca four seconds ago.',
  shows: { transfer: 'none invited' },
  played: [[1000, anaTransfers()]],
  opensAfterMs: 5000,
});
