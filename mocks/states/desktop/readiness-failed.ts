import { defineState } from '../state';

export const readinessFailed = defineState({
  id: 'readiness-failed',
  title: 'The status did not change',
  description: 'The contact centre has refused Ana’s change to Not Ready.',
  shows: { screen: 'error' },
  network: { failures: [{ operation: 'setChannelState', how: 'error' }] },
  steps: [
    { press: 'shell agent-menu' },
    { press: 'shell agent-panel go-not-ready' },
    { press: 'notifications messages-button' },
  ],
});
