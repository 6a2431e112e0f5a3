import { targetKinds } from '@baton/contracts';
import { atWork, contact, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Deed, Happening, Scenario } from './scenario';

const notReady = { type: 'setChannelState', channel: 'sms', state: 'notReady' } as const;

const atStart = (deed: Deed): Happening => ({ when: { event: 'start' }, after: 0, do: deed });

export const staleDirectory: Scenario = {
  id: 'stale-directory',
  title: 'The directory is out of date',
  description:
    'The directory shows all as ready. In truth Bianca has signed out, Chen Wei is Not Ready, David Lindqvist has no room for another conversation, the Night team no longer exists, Ana may not transfer to skills any more, and nobody in Delivery is ready.',
  agent: 'ana',
  seed: {
    ...demoCentre({
      bianca: atWork,
      david: { ...atWork, reason: undefined, capacity: 1 },
      farid: atWork,
      leo: atWork,
    }),
    directory: 'frozen',
  },
  happenings: [
    atStart({ kind: 'command', agentId: 'bianca', command: { type: 'signOut' } }),
    atStart({ kind: 'command', agentId: 'chen', command: { ...notReady, reason: 'break' } }),
    atStart({ kind: 'command', agentId: 'farid', command: notReady }),
    // David is the only one in Billing who is ready: he gets this one.
    atStart({ kind: 'customerStarts', contact: contact('Noor Haddad', 140), queueId: 'billing', text: 'Hello?' }),
    {
      when: { event: 'invited', agentId: 'david' },
      after: 0,
      do: { kind: 'command', agentId: 'david', command: { type: 'answer', with: 'acceptInvitation' } },
    },
    atStart({ kind: 'directoryChange', change: { type: 'remove', target: { kind: 'agentGroup', id: 'night' } } }),
    atStart({
      kind: 'directoryChange',
      change: { type: 'permissions', agentId: 'ana', mayTransferTo: targetKinds.filter((kind) => kind !== 'skill') },
    }),
  ],
  network: goodNetwork,
};
