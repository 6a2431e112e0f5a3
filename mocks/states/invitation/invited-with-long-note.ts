import { bianca, samsConversation } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

export const invitedWithLongNote = defineState({
  id: 'invited-with-long-note',
  title: 'An invitation with a long note',
  description: 'Ana has invited Bianca and has written more than three lines.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  played: [
    [
      1000,
      by('ana', {
        type: 'startTransfer',
        interactionId: samsConversation,
        target: bianca,
        note: 'Charged twice for order 48213, once on 19 November and once when the parcel was sent again. Wants a refund of the second payment, and to know when it arrives. I have told him that you can see both payments.',
      }),
    ],
  ],
});
