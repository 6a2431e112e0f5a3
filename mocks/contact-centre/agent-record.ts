import { targetKinds } from '@baton/contracts';
import type { AgentSeed } from './seed';
import type { AgentRecord } from './state';

/** The row of an agent who is there at `at`. Their presence follows from it. */
export function agentRecord(seed: AgentSeed, at: number, version: number, pools: readonly string[]): AgentRecord {
  const { id, name, nickname, address, description, sms = 'ready', reason, activity, signedIn = false } = seed;
  const since = at - (seed.sinceMs ?? 0);
  const ready = signedIn && sms === 'ready';
  return {
    id,
    version,
    name,
    ...(nickname && { nickname }),
    address,
    ...(description && { description }),
    signedIn,
    ...(sms !== 'none' && {
      sms: { channel: 'sms', state: ready ? 'ready' : 'notReady', ...(reason && { reason }), since },
    }),
    otherMediaReady: seed.otherMediaReady ?? false,
    ...(activity && { activity }),
    ...(seed.wrapUp && { wrapUp: {} }),
    reachable: seed.reachable ?? true,
    presence: { state: 'offline', since },
    capacity: seed.capacity ?? 3,
    mayTransferTo: seed.mayTransferTo ?? targetKinds,
    ...(seed.privileges && { privileges: seed.privileges }),
    pools,
  };
}
