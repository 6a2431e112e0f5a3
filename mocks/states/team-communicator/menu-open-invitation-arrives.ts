import { chenInvites, chensCentre } from '../more-invitations';
import { defineState } from '../state';

export const menuOpenInvitationArrives = defineState({
  id: 'menu-open-invitation-arrives',
  title: 'An invitation arrives behind the menu',
  description: 'Ana has the Action Menu open when Chen Wei invites her.',
  shows: { screen: 'menu', invitation: 'none offered' },
  seed: chensCentre(),
  played: [[7000, chenInvites()]],
  steps: [
    { press: 'sms-window transfer' },
    { press: 'team-communicator row actions' },
    { until: 7000 },
    { see: 'notifications card' },
  ],
});
