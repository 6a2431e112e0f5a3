import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const noAnswer: Scenario = {
  id: 'no-answer',
  title: 'Target does not answer',
  description: 'Bianca is at work and lets every invitation expire.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [],
  network: goodNetwork,
};
