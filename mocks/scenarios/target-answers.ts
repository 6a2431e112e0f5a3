import { atWork, demoCentre } from './demo-data';
import { answering, goodNetwork } from './scenario';
import type { Scenario } from './scenario';

// The invited agent answers, or not.

export const targetAccepts: Scenario = {
  id: 'target-accepts',
  title: 'The target accepts',
  description: 'Bianca accepts three seconds after she is invited.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [answering('bianca', 'acceptInvitation')],
  network: goodNetwork,
};

export const targetDeclines: Scenario = {
  id: 'target-declines',
  title: 'The target declines',
  description: 'Bianca declines three seconds after she is invited.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [answering('bianca', 'declineInvitation')],
  network: goodNetwork,
};

export const noAnswer: Scenario = {
  id: 'no-answer',
  title: 'The target does not answer',
  description: 'Bianca is ready and does not answer: every invitation expires.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [],
  network: goodNetwork,
};

export const targetSignsOut: Scenario = {
  id: 'target-signs-out',
  title: 'The target signs out',
  description: 'Bianca signs out three seconds after she is invited.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [
    {
      when: { event: 'invited', agentId: 'bianca' },
      afterMs: 3000,
      do: { kind: 'command', agentId: 'bianca', command: { type: 'signOut' } },
    },
  ],
  network: goodNetwork,
};

export const queueScenario: Scenario = {
  id: 'queue',
  title: 'A queue takes over',
  description: 'A transfer to the queue Delivery is offered to Kavya, who declines, then to Bianca, who accepts.',
  agent: 'ana',
  seed: demoCentre({ kavya: { ...atWork, sinceMs: 3_600_000 }, bianca: atWork }),
  happenings: [answering('kavya', 'declineInvitation'), answering('bianca', 'acceptInvitation')],
  network: goodNetwork,
};
