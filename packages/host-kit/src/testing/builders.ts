import { allCapabilities } from '@baton/contracts/testing';
import type {
  Agent,
  AgentMessage,
  AgentTarget,
  BackendCapabilities,
  Contact,
  CustomerMessage,
  DesktopState,
  Interaction,
  Notice,
  NoticeContent,
  OfferedInvitation,
  PendingTransfer,
  PoolTarget,
  KnownTargetRef,
} from '@baton/contracts';
import { initialState } from '@baton/desktop';

/** Where a test host's clock starts: Monday, 2026-03-02 09:00 UTC. */
export const testStart = Date.UTC(2026, 2, 2, 9);

// Each builder makes a complete, valid entity. A test passes only what it is about.

export const demoAgent = { id: 'ana', name: 'Ana Ruiz' };
export const demoColleague = { id: 'bianca', name: 'Bianca Okafor' };

export function anAgent(changes: Partial<Agent> = {}): Agent {
  return {
    ...demoAgent,
    version: 1,
    presence: { state: 'ready', since: testStart },
    channels: [{ channel: 'sms', state: 'ready', since: testStart }],
    ...changes,
  };
}

export function aContact(changes: Partial<Contact> = {}): Contact {
  return {
    id: 'contact-1',
    name: 'Jo Demo',
    address: { kind: 'phone', value: '+447700900123', display: '+44 7700 900123' },
    ...changes,
  };
}

export function anInteraction(changes: Partial<Interaction> = {}): Interaction {
  return {
    id: 'interaction-1',
    version: 1,
    channel: 'sms',
    contact: aContact(),
    owner: demoAgent,
    state: 'active',
    startedAt: testStart - 240_000,
    assignedAt: testStart - 240_000,
    queue: { id: 'billing', name: 'Billing' },
    capabilities: ['sendMessage', 'transfer', 'complete'],
    ...changes,
  };
}

export function aTargetRef(changes: Partial<KnownTargetRef> = {}): KnownTargetRef {
  return { kind: 'agent', ...demoColleague, ...changes };
}

export function aTarget(changes: Partial<AgentTarget> = {}): AgentTarget {
  return {
    kind: 'agent',
    ...demoColleague,
    version: 1,
    address: 'bianca@demo.example',
    presence: { state: 'ready', since: testStart - 240_000 },
    sms: { available: true },
    ...changes,
  };
}

export function aPool(changes: Partial<PoolTarget> = {}): PoolTarget {
  return {
    kind: 'queue',
    id: 'billing',
    name: 'Billing',
    version: 1,
    address: 'billing',
    sms: { available: true },
    figures: { ready: 6, total: 8, waiting: 3 },
    ...changes,
  };
}

export function aTransfer(changes: Partial<PendingTransfer> = {}): PendingTransfer {
  return {
    state: 'pending',
    id: 'transfer-1',
    version: 1,
    interactionId: 'interaction-1',
    target: aTargetRef(),
    by: demoAgent,
    startedAt: testStart,
    commandId: 'command-0',
    expiresAt: testStart + 30_000,
    extensions: 0,
    route: [],
    ...changes,
  };
}

export function anInvitation(changes: Partial<OfferedInvitation> = {}): OfferedInvitation {
  return {
    state: 'offered',
    id: 'invitation-1',
    version: 1,
    interactionId: 'interaction-2',
    kind: 'transfer',
    from: demoColleague,
    contact: aContact(),
    queue: { id: 'billing', name: 'Billing' },
    waitingSince: testStart - 240_000,
    lastMessage: { text: 'My invoice is wrong', at: testStart - 60_000 },
    offeredAt: testStart,
    expiresAt: testStart + 30_000,
    extensionsLeft: 10,
    ...changes,
  };
}

/** A message of the customer. */
export function aMessage(changes: Partial<CustomerMessage> = {}): CustomerMessage {
  return {
    kind: 'customer',
    index: 0,
    version: 1,
    at: testStart - 60_000,
    name: 'Jo Demo',
    text: 'My invoice is wrong',
    ...changes,
  };
}

/** A message of an agent. */
export function aReply(changes: Partial<AgentMessage> = {}): AgentMessage {
  return {
    kind: 'agent',
    index: 1,
    version: 2,
    at: testStart - 30_000,
    from: demoAgent,
    text: 'I am looking at it',
    delivery: { state: 'sent' },
    commandId: 'command-0',
    ...changes,
  };
}

/** A notice with `content`. Default: a transfer was declined. */
export function aNotice(
  changes: Partial<Pick<Notice, 'id' | 'version' | 'at' | 'read'>> = {},
  content: NoticeContent = aDecline(),
): Notice {
  return { id: 'notice-1', version: 1, at: testStart, read: false, ...content, ...changes };
}

function aDecline(): NoticeContent {
  const about = { interactionId: 'interaction-1', customer: 'Jo Demo', target: aTargetRef() };
  return { kind: 'transfer.declined', severity: 'problem', ...about };
}

/** A backend that can do everything. */
export function capabilities(changes: Partial<BackendCapabilities> = {}): BackendCapabilities {
  return { ...allCapabilities, ...changes };
}

/** A connected desktop without interactions, notices and texts. */
export function aDesktop(changes: Partial<DesktopState> = {}): DesktopState {
  const { internals: _, ...empty } = initialState();
  return {
    ...empty,
    connection: { state: 'live' },
    agent: anAgent(),
    capabilities: capabilities(),
    snapshotAt: 0,
    cursor: 1,
    ...changes,
  };
}

/** Entities as the desktop state keeps them: by id. */
export function byId<T extends { id: string }>(...entities: readonly T[]): Record<string, T> {
  return Object.fromEntries(entities.map((entity) => [entity.id, entity]));
}
