import { defineState } from '../state';

export const messagesEmpty = defineState({
  id: 'messages-empty',
  title: 'My Messages, empty',
  description: 'Nothing has happened yet.',
  shows: { screen: 'empty' },
  steps: [{ press: 'notifications messages-button' }, { see: 'notifications empty' }],
});
