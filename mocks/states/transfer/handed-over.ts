import { delivery, demoCentre } from '../../scenarios/demo-data';
import { anaTransfers, defineState } from '../state';

export const handedOver = defineState({
  id: 'handed-over',
  title: 'The conversation is in a queue',
  description: 'The backend has put the conversation into the queue Delivery without asking.',
  seed: { ...demoCentre(), quirks: { placesInQueues: true } },
  shows: { transfer: 'none placed' },
  played: [[1000, anaTransfers(delivery)]],
  opensAfterMs: 3000,
});
