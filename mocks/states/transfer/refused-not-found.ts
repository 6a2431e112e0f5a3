import { demoCentre } from '../../scenarios/demo-data';
import { defineState } from '../state';

export const refusedNotFound = defineState({
  id: 'refused-not-found',
  title: 'The target no longer exists',
  description: 'The directory still lists the group Senior agents; in truth it no longer exists.',
  shows: { screen: 'refused' },
  seed: {
    ...demoCentre({
      ana: { favourites: [{ kind: 'agentGroup', id: 'seniors', name: 'Senior agents' }] },
      bianca: { signedIn: true, sms: 'ready' },
    }),
    directory: 'frozen',
  },
  played: [
    [1000, { kind: 'directoryChange', change: { type: 'remove', target: { kind: 'agentGroup', id: 'seniors' } } }],
  ],
  steps: [
    { press: 'sms-window transfer' },
    { press: 'team-communicator row actions' },
    { press: 'team-communicator menu-item' },
    { see: 'sms-window banner-problem' },
  ],
});
