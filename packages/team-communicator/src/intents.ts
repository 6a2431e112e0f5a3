import type { ModuleIntents } from '@baton/contracts';

/** What Team Communicator says over the bus and what it hears, how it opens, and when a newer build may take its place. */
export const intents = {
  emits: ['panel.changed'],
  listens: ['interaction.active'],
  asks: ['transfer.start', 'notice.post'],
  answers: ['target.pick', 'team.open', 'team.close'],
  panel: { open: 'team.open', close: 'team.close', openedBy: ['target.pick'] },
  renewWhen: 'panelClosed',
} as const satisfies ModuleIntents;
