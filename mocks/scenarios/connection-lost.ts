import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const connectionLost: Scenario = {
  id: 'connection-lost',
  title: 'The connection breaks',
  description: 'Twenty seconds after the start nothing gets through, for twenty seconds.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [],
  network: { ...goodNetwork, outages: [{ from: 20_000, to: 40_000 }] },
};
