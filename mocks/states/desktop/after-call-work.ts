import { samsConversation } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

export const afterCallWork = defineState({
  id: 'after-call-work',
  title: 'After-call work',
  description: 'Ana has completed her conversation and finishes her work on it; the status menu is open.',
  shows: { screen: 'readiness' },
  played: [[1000, by('ana', { type: 'completeInteraction', interactionId: samsConversation })]],
  opensAfterMs: 3000,
  steps: [{ press: 'shell agent-menu' }],
});
