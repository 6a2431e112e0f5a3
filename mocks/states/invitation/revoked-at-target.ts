import { anaTransfers, by, defineState } from '../state';

export const revokedAtTarget = defineState({
  id: 'revoked-at-target',
  title: 'Bianca went Not Ready',
  description: 'The invitation was taken back when Bianca went Not Ready.',
  agent: 'bianca',
  shows: { invitation: 'offered revoked' },
  played: [
    [1000, anaTransfers()],
    [6000, by('bianca', { type: 'setChannelState', channel: 'sms', state: 'notReady' })],
  ],
  opensAfterMs: 8000,
});
