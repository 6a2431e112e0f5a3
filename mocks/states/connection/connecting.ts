import { defineState } from '../state';

export const connecting = defineState({
  id: 'connecting',
  title: 'Connecting',
  description: 'The session is open; the contact centre has not signed Ana in yet.',
  shows: { connection: 'connecting' },
  network: { failures: [{ operation: 'signIn', how: 'hang' }] },
  steps: [{ see: 'sms-window empty' }],
});
