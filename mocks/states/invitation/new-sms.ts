import { contact } from '../../scenarios/demo-data';
import { by, defineState } from '../state';

export const newSms = defineState({
  id: 'new-sms',
  title: 'A new SMS',
  description: 'The queue Billing offers Bianca a new conversation.',
  agent: 'bianca',
  shows: { invitation: 'none offered' },
  played: [
    [500, by('ana', { type: 'setChannelState', channel: 'sms', state: 'notReady' })],
    [
      1000,
      {
        kind: 'customerStarts',
        contact: contact('Noor Haddad', 140),
        queueId: 'billing',
        text: 'Hello, my invoice has the wrong address. Can you correct it?',
        segment: 'Gold',
        priority: 'high',
      },
    ],
  ],
});
