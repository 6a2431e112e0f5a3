import { emptySnapshot } from '@baton/contracts/testing';
import type {
  Agent,
  Interaction,
  Invitation,
  Message,
  Notice,
  NoticeContent,
  PendingTransfer,
  RoutingEvent,
  Snapshot,
  Target,
  TargetRef,
  Transfer,
} from '@baton/contracts';
import type { DesktopEvent } from '../reduce';

/** When everything in these tests begins. */
export const start = 1_000_000;

const colleague = { id: 'bianca', name: 'Bianca Okafor' };
export const target: TargetRef = { kind: 'agent', ...colleague };
const self = { id: 'ana', name: 'Ana Ruiz' };

export function agent(version = 1, state: 'ready' | 'notReady' = 'ready'): Agent {
  return {
    ...self,
    version,
    presence: { state, since: start },
    channels: [{ channel: 'sms', state, since: start }],
  };
}

export function interaction(version: number, changes: Partial<Interaction> = {}): Interaction {
  return {
    id: 'i1',
    version,
    channel: 'sms',
    contact: {
      id: 'c1',
      name: 'Demo Contact',
      address: { kind: 'phone', value: '+447700900123', display: '07700 900123' },
    },
    owner: self,
    state: 'active',
    startedAt: start,
    assignedAt: start,
    capabilities: ['sendMessage', 'transfer', 'complete'],
    ...changes,
  };
}

export function customerText(index: number, version = index + 1): Message {
  return { kind: 'customer', index, version, at: start + index, name: 'Demo Contact', text: `text ${index}` };
}

export function agentText(index: number, version: number, commandId: string): Message {
  return {
    kind: 'agent',
    index,
    version,
    at: start + index,
    from: self,
    text: 'Hello',
    delivery: { state: 'sent' },
    commandId,
  };
}

const about = (version: number) => ({
  id: 't1',
  version,
  interactionId: 'i1',
  target,
  by: self,
  startedAt: start,
  commandId: 'command-1',
  route: [],
});

export function pending(version: number, changes: Partial<PendingTransfer> = {}): PendingTransfer {
  return { state: 'pending', ...about(version), expiresAt: start + 30_000, extensions: 0, ...changes };
}

export function declined(version: number, changes: Partial<Extract<Transfer, { state: 'declined' }>> = {}): Transfer {
  return { state: 'declined', ...about(version), endedAt: start + 10, ...changes };
}

export function accepted(version: number): Transfer {
  return { state: 'accepted', ...about(version), endedAt: start + 10, acceptedBy: colleague };
}

const offer = (id: string, version: number) => ({
  id,
  version,
  interactionId: 'i9',
  kind: 'transfer' as const,
  from: colleague,
  contact: interaction(0).contact,
  waitingSince: start,
  offeredAt: start + version,
});

export function offered(version: number, id = 'v1'): Invitation {
  return { state: 'offered', ...offer(id, version), expiresAt: start + 30_000, extensionsLeft: 10 };
}

export function withdrawn(version: number, id = 'v1'): Invitation {
  return { state: 'ended', ...offer(id, version), outcome: 'withdrawn', endedAt: start + 10 };
}

export function notice(
  id: string,
  version: number,
  changes: Partial<Pick<Notice, 'at' | 'read'>> = {},
  content: NoticeContent = { kind: 'transfer.declined', severity: 'problem', interactionId: 'i9', target },
): Notice {
  return { id, version, at: start + version, read: false, ...content, ...changes };
}

export function directoryEntry(version: number, reason: 'offline' | 'notReady'): Target {
  return {
    kind: 'agent',
    ...colleague,
    version,
    address: 'bianca',
    sms: { available: false, reason },
    presence: { state: reason, since: start },
  };
}

/** A frame that arrives without delay. */
export function frame(cursor: number, ...events: RoutingEvent[]): DesktopEvent {
  const at = start + cursor;
  return { type: 'frame', frame: { v: 1, cursor, at, events }, receivedAt: at };
}

/** A snapshot that arrives without delay. */
export function snapshot(cursor: number, changes: Partial<Snapshot> = {}): DesktopEvent {
  const taken = emptySnapshot({ cursor, at: start + cursor, agent: agent(0), ...changes });
  return { type: 'snapshot', snapshot: taken, receivedAt: taken.at };
}
