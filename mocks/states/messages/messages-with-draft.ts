import { anaTransfers, biancaAnswers, defineState } from '../state';

export const messagesWithDraft = defineState({
  id: 'messages-with-draft',
  title: 'My Messages keep an unsent text',
  description: 'Bianca has accepted while Ana was writing; the text is in My Messages.',
  shows: { screen: 'messages' },
  played: [
    [1000, anaTransfers()],
    [7000, biancaAnswers('acceptInvitation')],
  ],
  steps: [
    { write: 'sms-window input', text: 'I have asked for the second payment to be' },
    { until: 7000 },
    { press: 'notifications messages-button' },
    { runUntil: 'sms-window empty' },
    { runUntil: 'notifications notice-draft' },
  ],
});
