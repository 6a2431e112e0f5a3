import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const targetSignsOut: Scenario = {
  id: 'target-signs-out',
  title: 'Target signs out',
  description: 'Bianca signs out three seconds after she is invited.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [
    {
      when: { event: 'invited', agentId: 'bianca' },
      after: 3000,
      do: { kind: 'command', agentId: 'bianca', command: { type: 'signOut' } },
    },
  ],
  network: goodNetwork,
};
