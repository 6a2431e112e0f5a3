import { chenInvites, chensCentre } from '../more-invitations';
import { defineState } from '../state';

export const cardBehindDialog = defineState({
  id: 'card-behind-dialog',
  title: 'A card behind a dialog',
  description: 'Ana is asked whether to end her conversation when Chen Wei invites her.',
  shows: { screen: 'dialog', invitation: 'none offered' },
  seed: chensCentre(),
  played: [[7000, chenInvites()]],
  steps: [{ press: 'sms-window end' }, { until: 7000 }, { see: 'notifications card' }],
});
