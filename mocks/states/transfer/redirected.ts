import { atWork, demoCentre } from '../../scenarios/demo-data';
import { anaTransfers, by, defineState } from '../state';

export const redirected = defineState({
  id: 'redirected',
  title: 'Ana has offered it to someone else',
  description: 'Ana has invited Kavya instead of Bianca, who had not answered for fifteen seconds.',
  seed: demoCentre({ kavya: atWork }),
  shows: { transfer: 'pending redirected' },
  played: [
    [1000, anaTransfers()],
    [16_000, by('ana', { type: 'redirectTransfer', target: { kind: 'agent', id: 'kavya', name: 'Kavya Raman' } })],
  ],
  opensAfterMs: 20_000,
});
