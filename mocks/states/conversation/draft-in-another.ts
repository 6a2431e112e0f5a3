import { withOlu } from '../other-conversation';
import { defineState } from '../state';
import { openConversation } from '../step';

export const draftInAnother = defineState({
  id: 'draft-in-another',
  title: 'A draft in another conversation',
  description: 'Ana has begun a text to Sam, and opened Olu’s conversation.',
  shows: { screen: 'conversation' },
  seed: withOlu(6, [5, 'ana', 'Thank you, I have changed it.']),
  steps: [{ write: 'sms-window input', text: 'I have asked for' }, openConversation()],
});
