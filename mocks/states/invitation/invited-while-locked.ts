import { anaTransfers, defineState } from '../state';

export const invitedWhileLocked = defineState({
  id: 'invited-while-locked',
  title: 'An invitation on a locked desktop',
  description: 'Ana has invited Bianca, who is away: her time runs, and who the customer is cannot be seen.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  isLocked: true,
  played: [[1000, anaTransfers()]],
});
