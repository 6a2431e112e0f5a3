import { anaTransfers, by, defineState } from '../state';

export const senderSignedOut = defineState({
  id: 'sender-signed-out',
  title: 'The sender has signed out',
  description: 'Ana has signed out while Bianca was invited; the conversation is in its queue again.',
  agent: 'bianca',
  shows: { transfer: 'pending senderSignedOut', invitation: 'offered withdrawn' },
  played: [
    [1000, anaTransfers()],
    [6000, by('ana', { type: 'signOut' })],
  ],
  opensAfterMs: 8000,
});
