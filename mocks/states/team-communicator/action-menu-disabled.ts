import { demoCentre } from '../../scenarios/demo-data';
import { defineState } from '../state';

export const actionMenuDisabled = defineState({
  id: 'action-menu-disabled',
  title: 'Action Menu: why not',
  description: 'David is at lunch; the menu beside his name says why he cannot be chosen.',
  shows: { screen: 'menu' },
  seed: demoCentre({ ana: { favourites: [{ kind: 'agent', id: 'david', name: 'David Lindqvist' }] } }),
  steps: [{ press: 'sms-window transfer' }, { press: 'team-communicator row actions' }],
});
