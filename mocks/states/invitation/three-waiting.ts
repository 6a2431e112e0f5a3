import { chenInvites, chensCentre, graceInvites } from '../more-invitations';
import { defineState } from '../state';

export const threeWaiting = defineState({
  id: 'three-waiting',
  title: 'Three invitations wait',
  description: 'Chen Wei has invited Ana twice and Grace Kim once.',
  shows: { invitation: 'none offered' },
  seed: chensCentre(),
  played: [
    [1000, chenInvites()],
    [3000, graceInvites()],
    [4000, chenInvites('sms-141')],
  ],
  opensAfterMs: 6000,
});
