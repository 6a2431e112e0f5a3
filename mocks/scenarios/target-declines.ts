import { atWork, demoCentre } from './demo-data';
import { answering, goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const targetDeclines: Scenario = {
  id: 'target-declines',
  title: 'Target declines',
  description: 'Bianca declines three seconds after she is invited.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [answering('bianca', 'declineInvitation')],
  network: goodNetwork,
};
