import { targetKinds } from '@baton/contracts';
import { atWork, contact, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Action, Happening, Scenario } from './scenario';

// The directory shows targets as available that are not.

const notReady = { type: 'setChannelState', channel: 'sms', state: 'notReady' } as const;

const atStart = (action: Action): Happening => ({ when: { event: 'start' }, afterMs: 0, do: action });

export const targetNotReady: Scenario = {
  id: 'target-not-ready',
  title: 'The target is not ready after all',
  description: 'The directory still shows Bianca as ready; in truth she has gone Not Ready.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), directory: 'frozen' },
  happenings: [atStart({ kind: 'command', agentId: 'bianca', command: { ...notReady, reason: 'aux.break' } })],
  network: goodNetwork,
};

export const targetOffline: Scenario = {
  id: 'target-offline',
  title: 'The target has signed out',
  description: 'The directory still shows Bianca as ready; in truth she has signed out.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), directory: 'frozen' },
  happenings: [atStart({ kind: 'command', agentId: 'bianca', command: { type: 'signOut' } })],
  network: goodNetwork,
};

export const noPermission: Scenario = {
  id: 'no-permission',
  title: 'Transfer is not allowed',
  description: 'The directory still offers every target; in truth Ana may not transfer to any kind of them any more.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), directory: 'frozen' },
  happenings: [
    atStart({ kind: 'directoryChange', change: { type: 'permissions', agentId: 'ana', mayTransferTo: [] } }),
  ],
  network: goodNetwork,
};

export const emptyPool: Scenario = {
  id: 'empty-pool',
  title: 'No agent of the pool is ready',
  description:
    'The directory still shows Bianca as ready for Delivery, Priority routing, Refunds and Senior agents; in truth no agent of them is ready.',
  agent: 'ana',
  seed: { ...demoCentre({ bianca: atWork }), directory: 'frozen' },
  happenings: [atStart({ kind: 'command', agentId: 'bianca', command: { ...notReady, reason: 'aux.break' } })],
  network: goodNetwork,
};

export const staleDirectory: Scenario = {
  id: 'stale-directory',
  title: 'The directory is out of date',
  description:
    'The directory shows all as ready. In truth Bianca has signed out, Chen Wei is Not Ready, David Lindqvist has no room for another conversation, the Night team no longer exists, Ana may not transfer to skills any more, and no agent of Delivery is ready.',
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
    atStart({ kind: 'command', agentId: 'chen', command: { ...notReady, reason: 'aux.break' } }),
    atStart({ kind: 'command', agentId: 'farid', command: notReady }),
    // David is the only one in Billing who is ready: he gets this one.
    atStart({ kind: 'customerStarts', contact: contact('Noor Haddad', 140), queueId: 'billing', text: 'Hello?' }),
    {
      when: { event: 'invited', agentId: 'david' },
      afterMs: 0,
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
