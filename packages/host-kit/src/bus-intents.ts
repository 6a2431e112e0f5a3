import type { BusIntents } from '@baton/contracts';

/** What host-kit says over the bus and what it hears, for every host. */
export const intents = {
  emits: [
    'agent.state',
    'interaction.active',
    'interaction.assigned',
    'interaction.released',
    'transfer.started',
    'transfer.accepted',
    'transfer.declined',
    'transfer.expired',
    'transfer.cancelled',
    'transfer.failed',
    'module.failed',
  ],
  listens: ['interaction.active', 'window.shown', 'panel.changed'],
  asks: ['team.open'],
  answers: ['notice.post', 'interaction.open'],
} as const satisfies BusIntents;
