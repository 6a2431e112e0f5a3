import { demoCentre } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

export const refusedNotReady = defineState({
  id: 'refused-not-ready',
  title: 'The target is not ready',
  description: 'The directory still shows Bianca as ready; in truth she is at lunch.',
  shows: { screen: 'refused' },
  seed: { ...demoCentre({ bianca: { signedIn: true, sms: 'ready' } }), directory: 'frozen' },
  played: [[1000, by('bianca', { type: 'setChannelState', channel: 'sms', state: 'notReady', reason: 'aux.lunch' })]],
  steps: [
    { press: 'sms-window transfer' },
    { press: 'team-communicator row actions' },
    { press: 'team-communicator menu-item' },
    { see: 'sms-window banner-problem' },
  ],
});
