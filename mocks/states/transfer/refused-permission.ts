import { demoCentre } from '../../scenarios/demo-data';
import { defineState } from '../state';

export const refusedPermission = defineState({
  id: 'refused-permission',
  title: 'No permission',
  description: 'The directory still offers Bianca; in truth Ana may not transfer to agents any more.',
  shows: { screen: 'refused' },
  seed: { ...demoCentre({ bianca: { signedIn: true, sms: 'ready' } }), directory: 'frozen' },
  played: [[1000, { kind: 'directoryChange', change: { type: 'permissions', agentId: 'ana', mayTransferTo: [] } }]],
  steps: [
    { press: 'sms-window transfer' },
    { press: 'team-communicator row actions' },
    { press: 'team-communicator menu-item' },
    { see: 'sms-window banner-problem' },
  ],
});
