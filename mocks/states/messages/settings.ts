import { defineState } from '../state';

export const settings = defineState({
  id: 'settings',
  title: 'Settings',
  description: 'Ana has opened the settings.',
  shows: { screen: 'messages' },
  steps: [
    { press: 'notifications messages-button' },
    { press: 'notifications messages-header button', at: -1 },
    { see: 'notifications setting' },
  ],
});
