import { by, defineState } from '../state';

export const signedOutElsewhere = defineState({
  id: 'signed-out-elsewhere',
  title: 'Signed out in another window',
  description: 'Ana has signed out in another window; this one says so on the page of all agents.',
  shows: { connection: 'sessionEnded signedOut' },
  played: [[7000, by('ana', { type: 'signOut' })]],
  steps: [{ see: 'sms-window send' }, { until: 7000 }, { see: 'shell banner-information' }],
});
