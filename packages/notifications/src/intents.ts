import type { ModuleIntents } from '@baton/contracts';

/** What Notifications says over the bus and what it hears. */
export const intents = {
  emits: ['panel.changed', 'attention.changed'],
  listens: [],
  asks: ['interaction.open'],
  answers: ['messages.open', 'preview.focus'],
} as const satisfies ModuleIntents;
