import { defineState } from '../state';

export const shortcutsHelp = defineState({
  id: 'shortcuts-help',
  title: 'Keyboard shortcuts',
  description: 'The list of keyboard shortcuts is open.',
  shows: { screen: 'dialog' },
  steps: [{ press: 'shell agent-menu' }, { press: 'shell agent-panel shortcuts' }],
});
