import type { ModuleIntents } from '@baton/contracts';

/** The topics that Notifications uses on the bus. */
export const intents = {
  emits: ['panel.changed'],
  listens: ['session.ending'],
  asks: ['interaction.open', 'lock.set'],
  answers: ['messages.open', 'preview.focus'],
} as const satisfies ModuleIntents;
