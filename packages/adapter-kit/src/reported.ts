import { targetKey } from '@baton/contracts';
import type {
  Agent,
  Interaction,
  Invitation,
  Message,
  Notice,
  RoutingEventOf,
  Target,
  TargetRef,
  Transfer,
} from '@baton/contracts';

/** Everything that has been reported so far. A step works on a copy, so that a failed step changes nothing. */
export interface Reported {
  agent: Agent | undefined;
  interactions: Map<string, Interaction>;
  /** Conversations that have left. */
  departures: Map<string, Departure>;
  /** By conversation and by the product's id of the message. */
  messages: Map<string, Map<string, Message>>;
  invitations: Map<string, Invitation>;
  transfers: Map<string, ReportedTransfer>;
  notices: Map<string, Notice>;
  targets: Map<ReturnType<typeof targetKey>, Target>;
  favourites: readonly TargetRef[];
  sessionEnd: RoutingEventOf<'session.ended'> | undefined;
}

/** How a conversation has left. */
export type Departure = Omit<RoutingEventOf<'interaction.released'>, 'type' | 'interactionId'>;

interface ReportedTransfer {
  transfer: Transfer;
  /** Why it is no longer shown: the agent has dismissed it, or its conversation has left. */
  over?: 'dismissed' | 'left';
}

/** How many ended entities and notices are kept: as many notices as a snapshot may have. */
const maxEntries = 200;

/** The state before the first report. */
export function nothingReported(): Reported {
  return {
    agent: undefined,
    interactions: new Map(),
    departures: new Map(),
    messages: new Map(),
    invitations: new Map(),
    transfers: new Map(),
    notices: new Map(),
    targets: new Map(),
    favourites: [],
    sessionEnd: undefined,
  };
}

/** A copy whose maps can be changed. Values are replaced, never changed. */
export function copyOf(reported: Reported): Reported {
  return {
    ...reported,
    interactions: new Map(reported.interactions),
    departures: new Map(reported.departures),
    messages: new Map(Array.from(reported.messages, ([id, messages]) => [id, new Map(messages)])),
    invitations: new Map(reported.invitations),
    transfers: new Map(reported.transfers),
    notices: new Map(reported.notices),
    targets: new Map(reported.targets),
  };
}

/** Removes the oldest ended entities. */
export function forget(reported: Reported): void {
  keepLast(reported.invitations, ({ state }) => state !== 'offered');
  keepLast(reported.transfers, ({ transfer }) => transfer.state !== 'pending');
  keepLast(reported.departures, () => true);
  keepLast(reported.notices, () => true);
}

function keepLast<V>(map: Map<string, V>, isOver: (value: V) => boolean): void {
  const over = [...map].filter(([, value]) => isOver(value));
  for (const [id] of over.slice(0, Math.max(0, over.length - maxEntries))) map.delete(id);
}

/** The current transfer of each conversation: the pending one, or else the one that has changed last. */
export function currentTransfers(reported: Reported): Map<string, ReportedTransfer> {
  const current = new Map<string, ReportedTransfer>();
  for (const one of reported.transfers.values()) {
    const { interactionId } = one.transfer;
    const other = current.get(interactionId);
    if (!other || rank(one) >= rank(other)) current.set(interactionId, one);
  }
  return current;
}

/** Pending transfers come first, then the highest version. */
function rank({ transfer, over }: ReportedTransfer): number {
  return transfer.state === 'pending' && !over ? Infinity : transfer.version;
}

/** Whether the conversation has left its sender by this transfer. */
export function hasLeft({ state }: Transfer): boolean {
  return state === 'accepted' || state === 'handedOver';
}

/** Messages of a conversation, in order. */
export function messagesOf(reported: Reported, interactionId: string): Message[] {
  return [...(reported.messages.get(interactionId)?.values() ?? [])].sort((a, b) => a.index - b.index);
}
