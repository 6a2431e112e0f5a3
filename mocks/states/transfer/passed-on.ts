import { atWork, delivery, demoCentre } from '../../scenarios/demo-data';
import { anaTransfers, biancaAnswers, defineState } from '../state';

export const passedOn = defineState({
  id: 'passed-on',
  title: 'The next member is asked',
  description: 'Of the queue Delivery the first agent has declined; Kavya is asked now.',
  seed: demoCentre({ bianca: atWork, kavya: atWork }),
  shows: { transfer: 'pending passedOn' },
  played: [
    [1000, anaTransfers(delivery)],
    [6000, biancaAnswers('declineInvitation')],
  ],
  opensAfterMs: 9000,
});
