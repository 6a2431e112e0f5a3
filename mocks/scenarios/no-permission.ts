import { atWork, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const noPermission: Scenario = {
  id: 'no-permission',
  title: 'Transfer is not allowed',
  description: 'The directory still offers every target; in truth Ana may not transfer to any kind of them any more.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), directory: 'frozen' },
  happenings: [
    {
      when: { event: 'start' },
      after: 0,
      do: { kind: 'directoryChange', change: { type: 'permissions', agentId: 'ana', mayTransferTo: [] } },
    },
  ],
  network: goodNetwork,
};
