import { by, defineState } from '../state';

export const noConversationsNotReady = defineState({
  id: 'no-conversations-not-ready',
  title: 'No conversations, not ready',
  description: 'Bianca is not ready for SMS and has no conversations.',
  agent: 'bianca',
  shows: { screen: 'empty' },
  played: [[1000, by('bianca', { type: 'setChannelState', channel: 'sms', state: 'notReady', reason: 'aux.break' })]],
});
