import { anaTransfers, defineState, forGood } from '../state';

export const connectionLostWhileInviting = defineState({
  id: 'connection-lost-while-inviting',
  title: 'The connection is lost, an invitation is out',
  description: 'Ana has invited Bianca; how the transfer stands cannot be known until the connection is back.',
  shows: { connection: 'connectionLost', transfer: 'none invited' },
  played: [[1000, anaTransfers()]],
  network: { outages: [{ fromMs: 6000, toMs: forGood }] },
  steps: [{ see: 'sms-window send' }, { until: 6000 }, { runUntil: 'shell banner-warning' }],
});
