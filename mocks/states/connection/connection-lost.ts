import { defineState, forGood } from '../state';

export const connectionLost = defineState({
  id: 'connection-lost',
  title: 'The connection is lost',
  description: 'Nothing gets through any more; Ana can read, but not send or transfer.',
  shows: { connection: 'connectionLost' },
  network: { outages: [{ fromMs: 6000, toMs: forGood }] },
  steps: [{ see: 'sms-window send' }, { until: 6000 }, { runUntil: 'shell banner-warning' }],
});
