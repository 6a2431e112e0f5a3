import { chenInvites, chensCentre, graceInvites } from '../more-invitations';
import { defineState } from '../state';

export const anotherOpened = defineState({
  id: 'another-opened',
  title: 'Another of three opened as the card',
  description: 'Ana has opened the invitation of Grace Kim.',
  shows: { invitation: 'none offered' },
  seed: chensCentre(),
  played: [
    [1000, chenInvites()],
    [3000, graceInvites()],
    [4000, chenInvites('sms-141')],
  ],
  opensAfterMs: 6000,
  steps: [{ press: 'notifications waiting open' }, { see: 'notifications eyebrow' }],
});
