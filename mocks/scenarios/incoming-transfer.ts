import { atWork, bianca, demoCentre, samsConversation } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const incomingTransfer: Scenario = {
  id: 'incoming-transfer',
  title: 'A transfer comes in',
  description: 'Ana invites Bianca two seconds after Bianca has signed in.',
  agent: 'bianca',
  seed: demoCentre({ ana: atWork }),
  happenings: [
    {
      when: { event: 'signedIn', agentId: 'bianca' },
      after: 2000,
      do: {
        kind: 'command',
        agentId: 'ana',
        command: {
          type: 'startTransfer',
          interactionId: samsConversation,
          target: bianca,
          note: 'Charged twice, wants a refund.',
        },
      },
    },
  ],
  network: goodNetwork,
};
