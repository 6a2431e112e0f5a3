import { atWork, demoCentre } from './demo-data';
import { answering, goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const queueScenario: Scenario = {
  id: 'queue',
  title: 'A queue takes over',
  description: 'A transfer to the queue Delivery is offered to Kavya, who declines, then to Bianca, who accepts.',
  agent: 'ana',
  seed: demoCentre({ kavya: { ...atWork, since: 3_600_000 }, bianca: atWork }),
  happenings: [answering('kavya', 'declineInvitation'), answering('bianca', 'acceptInvitation')],
  network: goodNetwork,
};
