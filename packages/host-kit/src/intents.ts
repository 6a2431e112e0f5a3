import type { BusIntents } from '@baton/contracts';

/** The topics that host-kit itself uses on the bus, in every host. */
export const intents = {
  emits: [
    'session.ending',
    'agent.state',
    'attention.changed',
    'interaction.active',
    'interaction.assigned',
    'interaction.released',
    'transfer.started',
    'transfer.accepted',
    'transfer.handedOver',
    'transfer.declined',
    'transfer.expired',
    'transfer.notAccepted',
    'transfer.cancelled',
    'transfer.failed',
    'action.chosen',
    'lock.changed',
    'module.failed',
  ],
  listens: ['interaction.active', 'window.shown', 'panel.changed', 'module.ready', 'module.failed'],
  asks: ['team.open'],
  answers: ['notice.post', 'interaction.open', 'lock.set'],
} as const satisfies BusIntents;
