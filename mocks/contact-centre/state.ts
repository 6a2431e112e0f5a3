import { targetKey } from '@baton/contracts';
import type {
  AgentRef,
  AgentTarget,
  ChannelState,
  Command,
  Contact,
  DeliveryFailure,
  Invitation,
  Message,
  Notice,
  PoolTarget,
  Presence,
  TargetKey,
  TargetKind,
  TargetProblem,
  TimeToAnswer,
  TargetRef,
  Transfer,
} from '@baton/contracts';

/** Rows by id. */
export type Table<T> = Readonly<Record<string, T>>;

/** The whole contact centre: immutable plain JSON. */
export interface CentreState {
  /** Position in the log: how many steps have changed something. */
  readonly cursor: number;
  /** When the last of them happened. */
  readonly now: number;
  readonly agents: Table<AgentRecord>;
  /** By target key. */
  readonly pools: Table<PoolRecord>;
  readonly interactions: Table<InteractionRecord>;
  /** By interaction. */
  readonly transcripts: Table<readonly Message[]>;
  readonly invitations: Table<InvitationRecord>;
  readonly transfers: Table<TransferRecord>;
  /** My Messages by agent, newest last. */
  readonly notices: Table<readonly Notice[]>;
  /** By agent. */
  readonly targetLists: Table<TargetLists>;
  /** The latest commands taken, by agent, oldest first. */
  readonly taken: Table<readonly TakenCommand[]>;
  /** Sent texts whose delivery is not known yet. */
  readonly receipts: readonly Receipt[];
  readonly directory: DirectoryState;
  /** Last number used in ids, by kind of entity. */
  readonly counters: Readonly<Record<IdKind, number>>;
}

export type IdKind = 'transfer' | 'invitation' | 'notice' | 'interaction';

export interface AgentRecord {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly nickname?: string;
  /** Login: what the directory shows as the address. */
  readonly address: string;
  /** A word for the sign-in page. */
  readonly description?: string;
  readonly signedIn: boolean;
  /** By how much their time to answer is longer than usual; 0 is no limit. Usual when absent. */
  readonly timeToAnswer?: TimeToAnswer;
  /** Absent for agents who do not handle SMS. */
  readonly sms?: ChannelState;
  /** Ready on a media channel that Baton does not handle. */
  readonly otherMediaReady: boolean;
  /** What else keeps them busy, for example "on a call". */
  readonly activity?: string;
  /** After-call work; without `until` it lasts until they set themselves Ready. */
  readonly wrapUp?: { readonly until?: number };
  /** Since when they are without an event stream; absent as well for whom no window plays. */
  readonly streamLostAt?: number;
  /** False once they have been without a stream for too long. */
  readonly reachable: boolean;
  /** Follows from the rest. */
  readonly presence: Presence;
  /** How many conversations they can hold. */
  readonly capacity: number;
  readonly mayTransferTo: readonly TargetKind[];
}

interface PoolFacts {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Agents who take what comes to it. */
  readonly members: readonly string[];
}

export interface QueueRecord extends PoolFacts {
  readonly kind: 'queue';
  /** After-call work that a completed conversation of this queue brings. */
  readonly wrapUpSeconds: number;
  /** Interactions it owns, next one first. */
  readonly waiting: readonly string[];
}

/** A target that stands for several agents. */
export type PoolRecord = QueueRecord | (PoolFacts & { readonly kind: 'agentGroup' | 'skill' | 'routingPoint' });

/** Who owns an interaction. */
export type Owner = { readonly kind: 'agent' | 'queue'; readonly id: string };

export interface InteractionRecord {
  readonly id: string;
  readonly version: number;
  readonly contact: Contact;
  readonly owner: Owner;
  /** `completed` ones have left the contact centre; `owner` is then the last one. */
  readonly state: 'active' | 'ended' | 'completed';
  readonly startedAt: number;
  readonly assignedAt: number;
  readonly receivedFrom?: AgentRef;
  /** The queue it belongs to, whoever owns it. */
  readonly queueId: string;
  readonly segment?: string;
  readonly priority?: string;
  /** Its owner's latest transfer of it. */
  readonly transferId?: string;
  /** While it waits: who let its queue's offer go, until they become ready anew. */
  readonly passedBy: readonly string[];
  /** How the next texts to this contact fail. */
  readonly failures: readonly DeliveryFailure[];
}

export interface InvitationRecord {
  /** Who is invited. */
  readonly agentId: string;
  /** Absent when a queue offers a new conversation. */
  readonly transferId?: string;
  /** As the invited agent sees it. */
  readonly invitation: Invitation;
}

export interface TransferRecord {
  /** As its sender sees it. */
  readonly transfer: Transfer;
  readonly note?: string;
  /** The offer under way. */
  readonly invitationId?: string;
  /** Agents to ask next, in order; pools only. */
  readonly candidates: readonly string[];
  /** The sender has put the outcome away. */
  readonly dismissed?: true;
}

export interface TargetLists {
  readonly favourites: readonly TargetRef[];
  /** Position of the last change of the favourites. */
  readonly version: number;
  /** Newest first. */
  readonly recents: readonly TargetRef[];
}

export interface TakenCommand {
  readonly command: Command;
  readonly at: number;
}

export interface Receipt {
  readonly interactionId: string;
  /** The message's index. */
  readonly index: number;
  readonly due: number;
}

export interface DirectoryState {
  /** Frozen: agents keep seeing the directory as it was at the start, however stale. */
  readonly frozen: boolean;
  /** What agents were last told. */
  readonly told: DirectoryView;
  /** When to tell what has changed since. */
  readonly publishAt?: number;
  /** Targets that no longer exist. */
  readonly removed: readonly TargetKey[];
}

/** The directory at one moment, before it is fitted to the agent who asks. */
export interface DirectoryView {
  readonly at: number;
  /** By target key. */
  readonly entries: Table<Entry>;
  /** By agent. */
  readonly mayTransferTo: Table<readonly TargetKind[]>;
}

/** A target, with what is the same for every agent who asks. */
export type Entry = AgentEntry | PoolEntry;

export interface AgentEntry extends Omit<AgentTarget, 'version' | 'sms'> {
  readonly obstacle?: TargetProblem;
}

export interface PoolEntry extends Omit<PoolTarget, 'version' | 'sms' | 'figures'> {
  readonly members: readonly string[];
  readonly signedIn: readonly string[];
  /** Members who can be offered an SMS. */
  readonly ready: readonly string[];
  readonly waiting?: number;
}

/** The row with this id; ids from outside may be names of object members. */
export function find<T>(table: Table<T>, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

/** The row with this id, which the model itself has written. Throws when it is missing. */
export function get<T>(table: Table<T>, id: string): T {
  const row = find(table, id);
  if (row === undefined) throw new Error(`The contact centre has no row "${id}"`);
  return row;
}

/** The queue with this id, which the model itself has written. Throws when it is missing. */
export function queueOf(state: CentreState, queueId: string): QueueRecord {
  const pool = get(state.pools, targetKey({ kind: 'queue', id: queueId }));
  if (pool.kind !== 'queue') throw new Error(`"${queueId}" is not a queue`);
  return pool;
}

/** A copy that lacks one optional field: plain JSON has no `undefined`. */
export function without<T extends object, K extends keyof T>(row: T, field: K): Omit<T, K> {
  const { [field]: _, ...rest } = row;
  return rest;
}

/** Who an agent is, without what they are doing. */
export function refOf({ id, name }: AgentRef): AgentRef {
  return { id, name };
}
