import { maxExtensions } from '../../contact-centre/limits';
import { anaTransfers, biancaAnswers, defineState } from '../state';

export const noMoreTime = defineState({
  id: 'no-more-time',
  title: 'No more time can be added',
  description: 'Bianca has asked for more time ten times.',
  agent: 'bianca',
  shows: { invitation: 'offered extended' },
  played: [
    [1000, anaTransfers()],
    ...Array.from(
      { length: maxExtensions },
      (_, index) => [2000 + index * 1000, biancaAnswers('extendInvitation')] as const,
    ),
  ],
  opensAfterMs: 14_000,
});
