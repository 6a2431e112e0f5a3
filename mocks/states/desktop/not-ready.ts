import { by, defineState } from '../state';

export const notReady = defineState({
  id: 'not-ready',
  title: 'Not ready, status menu open',
  description: 'Ana is at lunch and looks at what else she can be.',
  shows: { screen: 'readiness' },
  played: [[1000, by('ana', { type: 'setChannelState', channel: 'sms', state: 'notReady', reason: 'aux.lunch' })]],
  steps: [{ press: 'shell agent-menu' }],
});
