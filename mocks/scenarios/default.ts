import { demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const defaultScenario: Scenario = {
  id: 'default',
  title: 'Nothing is scripted',
  description: 'Every agent who signs in is played by a person; no colleague and no customer acts by a script.',
  agent: 'ana',
  seed: demoCentre(),
  happenings: [],
  network: goodNetwork,
};
