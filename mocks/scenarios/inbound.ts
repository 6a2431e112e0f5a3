import { contact, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

export const inbound: Scenario = {
  id: 'inbound',
  title: 'A new conversation comes in',
  description:
    'Two seconds after Ana has signed in, the queue Billing offers her a new SMS; twenty seconds later another.',
  agent: 'ana',
  seed: demoCentre(),
  happenings: [
    {
      when: { event: 'signedIn', agentId: 'ana' },
      after: 2000,
      do: {
        kind: 'customerStarts',
        contact: contact('Noor Haddad', 140),
        queueId: 'billing',
        text: 'Hello, my invoice has the wrong address. Can you correct it?',
        segment: 'Gold',
        priority: 'High priority',
      },
    },
    {
      when: { event: 'signedIn', agentId: 'ana' },
      after: 22_000,
      do: { kind: 'customerStarts', contact: contact('Tom Ashby', 141), queueId: 'billing', text: 'Hi' },
    },
  ],
  network: goodNetwork,
};
