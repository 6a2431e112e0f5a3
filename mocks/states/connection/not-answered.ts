import { defineState, forGood } from '../state';

export const notAnswered = defineState({
  id: 'not-answered',
  title: 'The desktop did not open',
  description: 'The contact centre has not answered when Ana opened her desktop.',
  shows: { connection: 'refused' },
  network: { outages: [{ fromMs: 0, toMs: forGood }] },
  steps: [{ see: 'shell button-primary' }],
});
