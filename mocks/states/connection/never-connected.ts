import { defineState } from '../state';

export const neverConnected = defineState({
  id: 'never-connected',
  title: 'Not connected since the start',
  description: 'The session is open; the contact centre answers with errors when Ana is to be signed in.',
  shows: { connection: 'connectionLost' },
  network: { failures: [{ operation: 'signIn', how: 'error' }] },
  steps: [{ runUntil: 'shell banner-warning' }],
});
