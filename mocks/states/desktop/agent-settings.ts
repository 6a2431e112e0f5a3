import { defineState } from '../state';

export const agentSettings = defineState({
  id: 'agent-settings',
  title: 'Settings in the agent’s menu',
  description: 'Ana has opened the settings from her menu in the top bar.',
  shows: { screen: 'messages' },
  steps: [{ press: 'shell agent-menu' }, { press: 'shell agent-panel settings' }, { see: 'notifications volume' }],
});
