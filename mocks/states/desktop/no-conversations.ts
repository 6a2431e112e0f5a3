import { defineState } from '../state';

export const noConversations = defineState({
  id: 'no-conversations',
  title: 'No conversations',
  description: 'Bianca is ready for SMS and has no conversations.',
  agent: 'bianca',
  shows: { screen: 'empty' },
});
