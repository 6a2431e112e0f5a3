import { samsConversation } from '../../scenarios/demo-data';
import { demoPicture } from '../../scenarios/demo-picture';
import { anaTransfers, defineState } from '../state';

export const picture = defineState({
  id: 'picture',
  title: 'The customer has sent a picture',
  description: 'Sam has sent a picture without a text while Bianca is invited; her invitation counts it.',
  shows: { screen: 'conversation' },
  played: [
    [1000, anaTransfers()],
    [3000, { kind: 'customerWrites', interactionId: samsConversation, text: '', attachments: [demoPicture] }],
  ],
  opensAfterMs: 8000,
});
