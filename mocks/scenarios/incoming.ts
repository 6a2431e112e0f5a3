import { atWork, bianca, contact, demoCentre, samsConversation } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

// Conversations and invitations that come in, or end by themselves.

export const incomingTransfer: Scenario = {
  id: 'incoming-transfer',
  title: 'A transfer comes in',
  description: 'Ana invites Bianca two seconds after Bianca has signed in.',
  agent: 'bianca',
  seed: demoCentre({ ana: atWork }),
  happenings: [
    {
      when: { event: 'signedIn', agentId: 'bianca' },
      afterMs: 2000,
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

export const withdrawn: Scenario = {
  ...incomingTransfer,
  id: 'withdrawn',
  title: 'The sender cancels',
  description: 'Ana invites Bianca, and cancels the transfer five seconds later.',
  happenings: [
    ...incomingTransfer.happenings,
    {
      when: { event: 'inviting', agentId: 'ana' },
      afterMs: 5000,
      do: { kind: 'command', agentId: 'ana', command: { type: 'cancelTransfer' } },
    },
  ],
};

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
      afterMs: 2000,
      do: {
        kind: 'customerStarts',
        contact: contact('Noor Haddad', 140),
        queueId: 'billing',
        text: 'Hello, my invoice has the wrong address. Can you correct it?',
        segment: 'Gold',
        priority: 'high',
      },
    },
    {
      when: { event: 'signedIn', agentId: 'ana' },
      afterMs: 22_000,
      do: { kind: 'customerStarts', contact: contact('Tom Ashby', 141), queueId: 'billing', text: 'Hi' },
    },
  ],
  network: goodNetwork,
};

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
      afterMs: 4000,
      do: { kind: 'customerWrites', interactionId: samsConversation, text: 'Never mind, I have found the receipt.' },
    },
    {
      when: { event: 'inviting', agentId: 'ana' },
      afterMs: 10_000,
      do: { kind: 'customerEnds', interactionId: samsConversation },
    },
  ],
  network: goodNetwork,
};
