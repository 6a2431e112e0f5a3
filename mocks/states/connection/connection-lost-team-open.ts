import { defineState, forGood } from '../state';

export const connectionLostTeamOpen = defineState({
  id: 'connection-lost-team-open',
  title: 'The connection is lost, Team Communicator is open',
  description: 'Who is ready may no longer be true.',
  shows: { connection: 'connectionLost', screen: 'outdated' },
  network: { outages: [{ fromMs: 6000, toMs: forGood }] },
  steps: [
    { press: 'sms-window transfer' },
    { see: 'team-communicator row' },
    { until: 6000 },
    { runUntil: 'team-communicator banner-warning' },
  ],
});
