import { samsConversation } from '../../scenarios/demo-data';
import { anaTransfers, defineState } from '../state';

export const previewOptedOut = defineState({
  id: 'preview-opted-out',
  title: 'An invitation to a customer who has opted out',
  description: 'Ana has invited Bianca to a conversation whose customer has sent STOP.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  played: [
    [1000, { kind: 'customerWrites', interactionId: samsConversation, text: 'STOP' }],
    [2000, anaTransfers()],
  ],
});
