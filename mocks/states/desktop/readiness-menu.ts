import { defineState } from '../state';

export const readinessMenu = defineState({
  id: 'readiness-menu',
  title: 'Status menu open',
  description: 'Ana is ready for SMS and looks at what else she can be.',
  shows: { screen: 'readiness' },
  steps: [{ press: 'shell agent-menu' }],
});
