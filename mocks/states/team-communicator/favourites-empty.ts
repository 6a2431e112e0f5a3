import { demoCentre } from '../../scenarios/demo-data';
import { defineState } from '../state';

export const favouritesEmpty = defineState({
  id: 'favourites-empty',
  title: 'No favourites yet',
  description: 'Ana has no favourites and no recent targets.',
  shows: { screen: 'empty' },
  seed: demoCentre({ ana: { favourites: [], recents: [] } }),
  steps: [{ press: 'sms-window transfer' }, { see: 'team-communicator row' }],
});
