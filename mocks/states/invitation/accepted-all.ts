import { chenInvites, chensCentre, graceInvites } from '../more-invitations';
import { defineState } from '../state';

export const acceptedAll = defineState({
  id: 'accepted-all',
  title: 'All three accepted at once',
  description: 'Ana has accepted three invitations with one press. The first one has opened.',
  shows: { invitation: 'none offered' },
  seed: chensCentre(),
  played: [
    [1000, chenInvites()],
    [3000, graceInvites()],
    [4000, chenInvites('sms-141')],
  ],
  opensAfterMs: 6000,
  steps: [{ press: 'notifications accept-all' }, { see: 'notifications banner-done' }],
});
