import { olusConversation, withOlu } from '../other-conversation';
import { defineState } from '../state';

export const unreadInAnother = defineState({
  id: 'unread-in-another',
  title: 'New texts in another conversation',
  description: 'Olu has written twice while Ana had Sam’s conversation in front.',
  shows: { screen: 'conversation' },
  seed: withOlu(6, [5, 'ana', 'Thank you, I have changed it.']),
  played: [
    [2000, { kind: 'customerWrites', interactionId: olusConversation, text: 'And please ring twice' }],
    [3000, { kind: 'customerWrites', interactionId: olusConversation, text: 'The bell is broken' }],
  ],
});
