import { incomingTransfer } from './incoming-transfer';
import type { Scenario } from './scenario';

export const withdrawn: Scenario = {
  ...incomingTransfer,
  id: 'withdrawn',
  title: 'The sender withdraws',
  description: 'Ana invites Bianca, and cancels the transfer five seconds later.',
  happenings: [
    ...incomingTransfer.happenings,
    {
      when: { event: 'inviting', agentId: 'ana' },
      after: 5000,
      do: { kind: 'command', agentId: 'ana', command: { type: 'cancelTransfer' } },
    },
  ],
};
