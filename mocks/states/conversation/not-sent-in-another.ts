import { olusConversation, withOlu } from '../other-conversation';
import { by, defineState } from '../state';

const seed = withOlu(4);

export const notSentInAnother = defineState({
  id: 'not-sent-in-another',
  title: 'A text not sent in another conversation',
  description: 'Ana’s text to Olu was not delivered; she has Sam’s conversation in front.',
  shows: { screen: 'conversation' },
  seed: {
    ...seed,
    conversations: seed.conversations.map((one) =>
      one.id === olusConversation ? { ...one, failures: ['server'] as const } : one,
    ),
  },
  played: [[2000, by('ana', { type: 'sendMessage', interactionId: olusConversation, text: 'It is changed.' })]],
});
