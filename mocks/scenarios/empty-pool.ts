import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const emptyPool: Scenario = {
  id: 'empty-pool',
  title: 'Nobody in the pool is ready',
  description:
    'The directory still shows Bianca as ready for Delivery, Priority routing, Refunds and Senior agents; in truth none of their agents is ready.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), directory: 'frozen' },
  happenings: [
    {
      when: { event: 'start' },
      after: 0,
      do: {
        kind: 'command',
        agentId: 'bianca',
        command: { type: 'setChannelState', channel: 'sms', state: 'notReady', reason: 'break' },
      },
    },
  ],
  network: goodNetwork,
};
