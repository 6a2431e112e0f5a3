import { samsConversation } from '../../scenarios/demo-data';
import { anaTransfers, biancaAnswers, by, defineState } from '../state';

export const invitedToReturn = defineState({
  id: 'invited-to-return',
  title: 'A conversation is returned to Ana',
  description: 'Bianca has accepted, and now returns the conversation: Ana is invited.',
  shows: { transfer: 'none invited', invitation: 'none offered' },
  played: [
    [1000, anaTransfers()],
    [6000, biancaAnswers('acceptInvitation')],
    [9000, by('bianca', { type: 'returnInteraction', interactionId: samsConversation })],
  ],
  opensAfterMs: 12_000,
});
