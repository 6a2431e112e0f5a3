import { delivery, demoCentre } from '../../scenarios/demo-data';
import { anaTransfers, by, defineState } from '../state';

export const redirectedIntoQueue = defineState({
  id: 'redirected-into-queue',
  title: 'Instead of waiting, it is in a queue',
  description:
    'Ana has chosen the queue Delivery instead of Bianca; the backend puts the conversation there without asking.',
  seed: { ...demoCentre(), quirks: { placesInQueues: true } },
  shows: { transfer: 'pending placed' },
  played: [
    [1000, anaTransfers()],
    [3000, by('ana', { type: 'redirectTransfer', target: delivery })],
  ],
  opensAfterMs: 5000,
});
