import { demoCentre } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

export const refusedOffline = defineState({
  id: 'refused-offline',
  title: 'The target has signed out',
  description: 'The directory still shows Bianca; in truth she has signed out.',
  shows: { screen: 'refused' },
  seed: { ...demoCentre({ bianca: { signedIn: true, sms: 'ready' } }), directory: 'frozen' },
  played: [[1000, by('bianca', { type: 'signOut' })]],
  steps: [
    { press: 'sms-window transfer' },
    { press: 'team-communicator row actions' },
    { press: 'team-communicator menu-item' },
    { see: 'sms-window banner-problem' },
  ],
});
