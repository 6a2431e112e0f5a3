import { anaTransfers, by, defineState } from '../state';

export const targetNotReady = defineState({
  id: 'target-not-ready',
  title: 'The target went Not Ready',
  description: 'Bianca went Not Ready while she was invited.',
  shows: { transfer: 'pending revoked' },
  played: [
    [1000, anaTransfers()],
    [6000, by('bianca', { type: 'setChannelState', channel: 'sms', state: 'notReady' })],
  ],
  opensAfterMs: 8000,
});
