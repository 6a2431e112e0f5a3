import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const backendSilent: Scenario = {
  id: 'backend-silent',
  title: 'The backend does not answer',
  description: 'Starting a transfer is never answered.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [],
  network: { ...goodNetwork, failures: [{ command: 'startTransfer', how: 'hang' }] },
};
