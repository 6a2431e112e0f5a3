import { anaTransfers, defineState, forGood } from '../state';

export const connectionLostWhileInvited = defineState({
  id: 'connection-lost-while-invited',
  title: 'The connection is lost, an invitation waits',
  description: 'Ana has invited Bianca, whose desktop has lost the connection.',
  agent: 'bianca',
  shows: { connection: 'connectionLost', invitation: 'none offered' },
  played: [[1000, anaTransfers()]],
  network: { outages: [{ fromMs: 6000, toMs: forGood }] },
  steps: [{ see: 'notifications card' }, { until: 6000 }, { runUntil: 'shell banner-warning' }],
});
