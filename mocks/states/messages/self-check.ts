import { defineState } from '../state';

export const selfCheck = defineState({
  id: 'self-check',
  title: 'What reaches the agent on this device',
  description: 'Ana has opened the check from her menu in the top bar.',
  shows: { screen: 'messages' },
  steps: [
    { press: 'shell agent-menu' },
    { press: 'shell agent-panel self-check' },
    { see: 'notifications check-lines' },
  ],
});
