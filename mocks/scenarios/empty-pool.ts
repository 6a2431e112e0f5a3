import { demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const emptyPool: Scenario = {
  id: 'empty-pool',
  title: 'Nobody in the pool is ready',
  description:
    'Agents are signed in to Delivery, Priority routing, Refunds and Senior agents, but none of them is ready.',
  agent: 'ana',
  seed: demoCentre({ bianca: { signedIn: true, sms: 'notReady', reason: 'break' } }),
  happenings: [],
  network: goodNetwork,
};
