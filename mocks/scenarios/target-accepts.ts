import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const targetAccepts: Scenario = {
  id: 'target-accepts',
  title: 'Target accepts',
  description: 'Bianca accepts three seconds after she is invited.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [
    {
      when: { event: 'invited', agentId: 'bianca' },
      after: 3000,
      do: { kind: 'command', agentId: 'bianca', command: { type: 'answer', with: 'acceptInvitation' } },
    },
  ],
  network: goodNetwork,
};
