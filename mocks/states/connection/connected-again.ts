import { defineState } from '../state';

export const connectedAgain = defineState({
  id: 'connected-again',
  title: 'Connected again',
  description: 'The connection was lost for some seconds; My Messages say so.',
  shows: { connection: 'live', screen: 'messages' },
  network: { outages: [{ fromMs: 6000, toMs: 10_000 }] },
  steps: [
    { see: 'sms-window send' },
    { until: 6000 },
    { runUntil: 'shell banner-warning' },
    { until: 10_000 },
    { press: 'notifications messages-button' },
    { runUntil: 'notifications notice-done' },
  ],
});
