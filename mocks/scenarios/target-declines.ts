import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const targetDeclines: Scenario = {
  id: 'target-declines',
  title: 'Target declines',
  description: 'Bianca declines three seconds after she is invited.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [
    {
      when: { event: 'invited', agentId: 'bianca' },
      after: 3000,
      do: { kind: 'command', agentId: 'bianca', command: { type: 'answer', with: 'declineInvitation' } },
    },
  ],
  network: goodNetwork,
};
