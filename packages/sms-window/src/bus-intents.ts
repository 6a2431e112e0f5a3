import type { BusIntents } from '@baton/contracts';

/** What the SMS window says over the bus and what it hears. */
export const intents = {
  emits: ['window.shown', 'window.closed'],
  listens: ['interaction.active'],
  asks: ['target.pick', 'interaction.open'],
  answers: ['transfer.start'],
} as const satisfies BusIntents;
