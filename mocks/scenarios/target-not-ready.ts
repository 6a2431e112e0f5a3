import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const targetNotReady: Scenario = {
  id: 'target-not-ready',
  title: 'Target is not ready after all',
  description: 'The directory still shows Bianca as ready; in truth she has gone Not Ready.',
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
