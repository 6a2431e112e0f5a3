import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

// Requests that fail, hang, get lost or take long.

export const backendError: Scenario = {
  id: 'backend-error',
  title: 'The backend fails',
  description: 'Starting a transfer is answered with a server error.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [],
  network: { ...goodNetwork, failures: [{ operation: 'startTransfer', how: 'error' }] },
};

export const backendSilent: Scenario = {
  id: 'backend-silent',
  title: 'The backend does not answer',
  description: 'Starting a transfer is never answered.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [],
  network: { ...goodNetwork, failures: [{ operation: 'startTransfer', how: 'hang' }] },
};

export const connectionLost: Scenario = {
  id: 'connection-lost',
  title: 'The connection breaks',
  description: 'Twenty seconds after the start the connection is lost for twenty seconds.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [],
  network: { ...goodNetwork, outages: [{ fromMs: 20_000, toMs: 40_000 }] },
};

export const slowNetwork: Scenario = {
  id: 'slow-network',
  title: 'The network is slow',
  description: 'Each request takes one and a half to three seconds.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [],
  network: { ...goodNetwork, latencyMs: [1500, 3000] },
};
