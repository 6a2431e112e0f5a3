import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const slowNetwork: Scenario = {
  id: 'slow-network',
  title: 'Everything takes long',
  description: 'Each request takes one and a half to three seconds.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [],
  network: { ...goodNetwork, latencyMs: [1500, 3000] },
};
