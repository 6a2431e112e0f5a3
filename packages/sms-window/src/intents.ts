import type { ModuleIntents } from '@baton/contracts';

/** What the SMS window says over the bus and what it hears, and when a newer build may take its place. */
export const intents = {
  emits: ['window.shown', 'window.closed', 'details.changed'],
  listens: ['interaction.active', 'session.ending', 'window.shown', 'details.changed'],
  asks: ['target.pick', 'interaction.open'],
  answers: ['transfer.start'],
  renewWhen: 'noActiveInteraction',
} as const satisfies ModuleIntents;
