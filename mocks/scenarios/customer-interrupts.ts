import { atWork, demoCentre, samsConversation } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const customerInterrupts: Scenario = {
  id: 'customer-interrupts',
  title: 'The customer interrupts a transfer',
  description:
    'Bianca is at work and does not answer. Four seconds after Ana has started a transfer Sam writes, six seconds later he ends the conversation.',
  agent: 'ana',
  seed: demoCentre({ bianca: atWork }),
  happenings: [
    {
      when: { event: 'inviting', agentId: 'ana' },
      after: 4000,
      do: { kind: 'customerWrites', interactionId: samsConversation, text: 'Never mind, I have found the receipt.' },
    },
    {
      when: { event: 'inviting', agentId: 'ana' },
      after: 10_000,
      do: { kind: 'customerEnds', interactionId: samsConversation },
    },
  ],
  network: goodNetwork,
};
