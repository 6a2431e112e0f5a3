import { defineState } from '../state';

export const templates = defineState({
  id: 'templates',
  title: 'Templates',
  description: 'Ana has typed “/”: the templates of the host, the first of which Enter writes.',
  shows: { screen: 'conversation' },
  steps: [{ write: 'sms-window input', text: '/' }, { see: 'sms-window template-current' }],
});
