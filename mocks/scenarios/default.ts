import { demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const defaultScenario: Scenario = {
  id: 'default',
  title: 'People act',
  description: 'Nothing is scripted: whoever signs in acts for themselves.',
  agent: 'ana',
  seed: demoCentre(),
  happenings: [],
  network: goodNetwork,
};
