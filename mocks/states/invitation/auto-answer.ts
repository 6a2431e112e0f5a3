import { anaTransfers, defineState } from '../state';

export const autoAnswer = defineState({
  id: 'auto-answer',
  title: 'An invitation that is accepted for the agent',
  description: 'Ana has invited Bianca, for whom it is accepted in ten seconds. She may accept or reject before.',
  agent: 'bianca',
  rules: { autoAnswer: { seconds: 10 } },
  shows: { invitation: 'none offered' },
  played: [[1000, anaTransfers()]],
});
