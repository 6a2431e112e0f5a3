import { bianca, samsConversation } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

export const invitedWithNote = defineState({
  id: 'invited-with-note',
  title: 'An invitation with a note',
  description: 'Ana has invited Bianca and has written a note.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  played: [
    [
      1000,
      by('ana', {
        type: 'startTransfer',
        interactionId: samsConversation,
        target: bianca,
        note: 'Charged twice, wants a refund.',
      }),
    ],
  ],
});
