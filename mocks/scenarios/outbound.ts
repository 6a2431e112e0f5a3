import { atWork, conversation, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

const { pools, conversations, ...centre } = demoCentre({ bianca: atWork });

const robinsConversation = conversation(
  { name: 'Robin Lee', digits: 151, ownerId: 'bianca' },
  [30, 'bianca', 'Your parcel is on its way.'],
  [29, 'customer', 'STOP'],
);

export const outbound: Scenario = {
  id: 'outbound',
  title: 'Ana begins a conversation',
  description:
    'Ana can write first, for the queues Billing and Delivery. 07700 900160 is a new customer; 07700 900150 is Olu Adeyemi, with whom Bianca has a conversation; 07700 900151 has opted out; 020 7946 0100 is a landline.',
  agent: 'ana',
  seed: {
    ...centre,
    pools: pools.map((pool) => (pool.id === 'delivery' ? { ...pool, members: ['ana', ...pool.members] } : pool)),
    conversations: [
      ...conversations,
      conversation({ name: 'Olu Adeyemi', digits: 150, ownerId: 'bianca' }, [6, 'customer', 'Is my order complete?']),
      robinsConversation,
    ],
  },
  happenings: [
    {
      when: { event: 'start' },
      afterMs: 0,
      do: {
        kind: 'command',
        agentId: 'bianca',
        command: { type: 'completeInteraction', interactionId: robinsConversation.id },
      },
    },
  ],
  network: goodNetwork,
};
