import { atWork, conversation, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

const demo = demoCentre({ ana: { description: 'Demo agent, three conversations' }, bianca: atWork });

export const deliveryFails: Scenario = {
  id: 'delivery-fails',
  title: 'Texts are not delivered',
  description:
    'Ana’s next two texts come back as not sent: to Dana Whitlock because she has blocked them, to Olu Adeyemi because of his number, to Sam Carter because of the network. The third is delivered.',
  agent: 'ana',
  seed: {
    ...demo,
    conversations: [
      ...demo.conversations.map((ofSam) => ({ ...ofSam, failures: ['server', 'server'] as const })),
      conversation({ name: 'Dana Whitlock', digits: 124, failures: ['blocked', 'blocked'] }, [
        4,
        'customer',
        'Where is my parcel?',
      ]),
      conversation({ name: 'Olu Adeyemi', digits: 125, failures: ['number', 'number'] }, [
        3,
        'customer',
        'Is this still my number with you?',
      ]),
    ],
  },
  happenings: [],
  network: goodNetwork,
};
