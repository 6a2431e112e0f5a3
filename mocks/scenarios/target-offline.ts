import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const targetOffline: Scenario = {
  id: 'target-offline',
  title: 'Target has left',
  description: 'The directory still shows Bianca as ready; in truth she has signed out.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), directory: 'frozen' },
  happenings: [
    { when: { event: 'start' }, after: 0, do: { kind: 'command', agentId: 'bianca', command: { type: 'signOut' } } },
  ],
  network: goodNetwork,
};
