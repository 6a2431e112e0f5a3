import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const backendError: Scenario = {
  id: 'backend-error',
  title: 'The backend fails',
  description: 'Starting a transfer is answered with a server error.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [],
  network: { ...goodNetwork, failures: [{ command: 'startTransfer', how: 'error' }] },
};
