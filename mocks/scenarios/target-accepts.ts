import { atWork, demoCentre } from './demo-data';
import { answering, goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const targetAccepts: Scenario = {
  id: 'target-accepts',
  title: 'Target accepts',
  description: 'Bianca accepts three seconds after she is invited.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [answering('bianca', 'acceptInvitation')],
  network: goodNetwork,
};
