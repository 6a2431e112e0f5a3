import { bianca } from '../../scenarios/demo-data';
import { olusConversation, withOlu } from '../other-conversation';
import { by, defineState } from '../state';

export const invitingForAnother = defineState({
  id: 'inviting-for-another',
  title: 'A transfer waits in another conversation',
  description: 'Bianca was invited to Olu’s conversation four seconds ago; Ana has Sam’s in front.',
  shows: { screen: 'conversation' },
  seed: withOlu(3),
  played: [[1000, by('ana', { type: 'startTransfer', interactionId: olusConversation, target: bianca })]],
});
