import { defineState } from '../state';

export const actionMenu = defineState({
  id: 'action-menu',
  title: 'Action Menu open',
  description: 'Ana has opened the menu beside Bianca’s name.',
  shows: { screen: 'menu' },
  steps: [{ press: 'sms-window transfer' }, { press: 'team-communicator row actions' }],
});
