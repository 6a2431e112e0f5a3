import type { Snapshot } from '../wire/snapshot';
import { allCapabilities } from './capabilities';

/** A snapshot of an agent who is ready and has no interactions. */
export function emptySnapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    v: 1,
    cursor: 1,
    at: 1000,
    capabilities: allCapabilities,
    agent: {
      id: 'ana',
      name: 'Ana Ruiz',
      version: 1,
      presence: { state: 'ready', since: 0 },
      channels: [{ channel: 'sms', state: 'ready', since: 0 }],
    },
    interactions: [],
    messages: [],
    transfers: [],
    invitations: [],
    notices: [],
    favourites: [],
    recentCommands: [],
    ...changes,
  };
}
