import { anaTransfers, defineState } from '../state';

export const invited = defineState({
  id: 'invited',
  title: 'Bianca is invited',
  description: 'Ana has invited Bianca four seconds ago.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  played: [[1000, anaTransfers()]],
  opensAfterMs: 5000,
});
