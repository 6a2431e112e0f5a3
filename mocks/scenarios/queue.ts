import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const queueScenario: Scenario = {
  id: 'queue',
  title: 'A queue takes over',
  description: 'A transfer to the queue Delivery is offered to Kavya, who declines, then to Bianca, who accepts.',
  agent: 'ana',
  seed: demoCentre({ kavya: { ...atWork, since: 3_600_000 }, bianca: atWork }),
  happenings: [
    {
      when: { event: 'invited', agentId: 'kavya' },
      after: 3000,
      do: { kind: 'command', agentId: 'kavya', command: { type: 'answer', with: 'declineInvitation' } },
    },
    {
      when: { event: 'invited', agentId: 'bianca' },
      after: 3000,
      do: { kind: 'command', agentId: 'bianca', command: { type: 'answer', with: 'acceptInvitation' } },
    },
  ],
  network: goodNetwork,
};
