import type { BusIntents } from '@baton/contracts';

/** What Team Communicator says over the bus and what it hears. */
export const intents = {
  emits: ['panel.changed'],
  listens: ['interaction.active'],
  asks: ['transfer.start', 'notice.post'],
  answers: ['target.pick', 'team.open', 'team.close'],
} as const satisfies BusIntents;
