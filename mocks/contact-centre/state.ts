import { targetKey } from '@baton/contracts';
import { get } from './table';
import type { Table } from './table';
import type {
  Priority,
  AgentRef,
  AgentTarget,
  BackendCapabilities,
  CaseData,
  ChannelState,
  Command,
  Consent,
  Contact,
  DeliveryFailure,
  Dispositions,
  Handover,
  Invitation,
  Known,
  Message,
  Notice,
  PoolTarget,
  Presence,
  Privileges,
  TargetKey,
  KnownTargetKind,
  TargetProblem,
  TimeToAnswer,
  KnownTargetRef,
  Transfer,
  UnknownTransfer,
  UnknownWord,
} from '@baton/contracts';

/** The row type of each table. */
export interface Rows {
  agents: AgentRecord;
  /** By target key. */
  pools: PoolRecord;
  interactions: InteractionRecord;
  /** By interaction. */
  transcripts: Transcript;
  /** Open ones, and the latest ended ones. */
  invitations: InvitationRecord;
  /** Pending and shown ones, and the latest others of each sender. */
  transfers: TransferRecord;
  /** My Messages by agent, newest last. */
  notices: readonly Notice[];
  /** By agent. */
  targetLists: TargetLists;
  /** The latest accepted commands by agent, oldest first. */
  commandLog: readonly LoggedCommand[];
}

/** The rows by id. */
export type Tables = { readonly [K in keyof Rows]: Table<Rows[K]> };

/** The whole contact centre: immutable plain JSON. */
export interface CentreState extends Tables {
  /** Position in the log: the number of steps that changed something. */
  readonly cursor: number;
  /** When the last of them happened. */
  readonly now: number;
  /** Sent texts whose delivery is not reported yet, in the order of the reports. */
  readonly receipts: readonly Receipt[];
  readonly quirks: Quirks;
  readonly index: Index;
  readonly directory: DirectoryState;
  /** Last number used in ids, by kind of entity. */
  readonly counters: Readonly<Record<IdKind, number>>;
}

/** Behaviour of some routing products only. */
export interface Quirks {
  /** A transfer to a queue puts the conversation there without an invitation. */
  readonly placesInQueues?: true;
  /** The sender is not told why a transfer to an agent was not accepted. */
  readonly hidesReasons?: true;
  /** An agent who does not answer an invitation in time is set Not Ready. */
  readonly setsNotReadyWhenMissed?: true;
  /** Agents cannot begin conversations. */
  readonly inboundOnly?: true;
}

export type IdKind = 'transfer' | 'invitation' | 'notice' | 'interaction';

/** Finds rows without a walk over all of them. Derived from the rows: `Transaction` updates it with every write. */
export interface Index extends Lists {
  /** Deadlines of agents and invitations, next first. */
  readonly deadlines: readonly RowDeadline[];
}

/** Ids of rows, listed under the name by which they are looked up. */
export interface Lists {
  /** Conversations by the agent who owns them. */
  readonly owned: Table<readonly string[]>;
  /** Conversations by the customer's address, also those that have left. */
  readonly byAddress: Table<readonly string[]>;
  /** Conversations that have left the contact centre. */
  readonly completed: Table<readonly string[]>;
  /** Open offers by the invited agent. */
  readonly invited: Table<readonly string[]>;
  /** Open offers by interaction. */
  readonly offers: Table<readonly string[]>;
  /** Offers that have ended. */
  readonly endedOffers: Table<readonly string[]>;
  /** Pending transfers to pools. */
  readonly pooled: Table<readonly string[]>;
  /** Transfers that have ended, by sender. */
  readonly endedTransfers: Table<readonly string[]>;
  /** Agents who are signed in, each under their own id: a list of all would be copied whenever one comes or goes. */
  readonly signedInAgents: Table<readonly string[]>;
  /** Members who are signed in, by pool. */
  readonly signedInMembers: Table<readonly string[]>;
}

/** Something that happens to a row at a given time. */
export interface RowDeadline {
  readonly due: number;
  readonly what: 'invitation' | 'wrapUp' | 'silence';
  /** Of the invitation or the agent. */
  readonly id: string;
}

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
  /** Factor by which they have more time to answer; 0 is no limit, absent is 1. */
  readonly timeToAnswer?: TimeToAnswer;
  /** Absent for agents who do not handle SMS. */
  readonly sms?: ChannelState;
  /** Ready on a media channel that Baton does not handle. */
  readonly otherMediaReady: boolean;
  /** Another activity that keeps them busy, for example "on a call". */
  readonly activity?: string;
  /** After-call work; without `until` it lasts until they set themselves Ready. */
  readonly wrapUp?: { readonly until?: number };
  /** When their last event stream closed. Scripted agents have no stream, and are never without one. */
  readonly streamLostAt?: number;
  /** False once they have been without a stream for too long. */
  readonly reachable: boolean;
  /** Derived from the rest: `presenceOf`. */
  readonly presence: Presence;
  /** How many conversations they can hold. */
  readonly capacity: number;
  readonly mayTransferTo: readonly KnownTargetKind[];
  /** What their role allows. Absent: everything. */
  readonly privileges?: Privileges;
  /** Keys of the pools that they are a member of. */
  readonly pools: readonly string[];
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
  /** Length of the after-call work after a conversation of this queue. */
  readonly wrapUpSeconds: number;
  /** What agents choose from when they end one of its conversations. */
  readonly dispositions?: Dispositions;
  /** Interactions it owns, next one first. */
  readonly waiting: readonly string[];
}

/** A target that stands for several agents. */
export type PoolRecord = QueueRecord | (PoolFacts & { readonly kind: Exclude<KnownTargetKind, 'agent' | 'queue'> });

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
  /** The command by which an agent began it. */
  readonly commandId?: string;
  readonly receivedFrom?: AgentRef;
  /** What they have left for its owner. */
  readonly handover?: Handover;
  /** The queue it belongs to, also while an agent owns it. */
  readonly queueId: string;
  readonly segment?: string;
  readonly priority?: Priority;
  /** The id of the one that its last owner has chosen. */
  readonly disposition?: string;
  readonly language?: string;
  readonly caseData?: CaseData;
  /** What its owners have written down. */
  readonly note?: string;
  /** When its owner completed it, or when it left its queue. */
  readonly endedAt?: number;
  /** Its owner's latest transfer of it. */
  readonly transferId?: string;
  /** The transfer by which its owner has it. */
  readonly receivedBy?: string;
  /** While it waits: agents who have not accepted its offer, until they become ready again. */
  readonly passedBy: readonly string[];
  /** Why the next texts to this contact fail. */
  readonly failures: readonly DeliveryFailure[];
}

/** The messages and events of a conversation. */
export interface Transcript {
  /** In order. All pages but the last are full. */
  readonly pages: readonly (readonly Message[])[];
  /** What the customer wrote last. */
  readonly lastMessage?: { readonly text: string; readonly at: number; readonly attachments?: number };
  /** Since when they wait for an answer. */
  readonly waitingSince?: number;
  /** Whether they agree to get texts. */
  readonly consent: Consent;
}

export interface InvitationRecord {
  /** The invited agent. */
  readonly agentId: string;
  /** Absent when a queue offers a new conversation. */
  readonly transferId?: string;
  /** As the invited agent sees it. */
  readonly invitation: Exclude<Invitation, { state: UnknownWord }>;
}

export interface TransferRecord {
  /** As its sender sees it. */
  readonly transfer: Exclude<Transfer, UnknownTransfer>;
  readonly note?: string;
  /** Back to the agent who handed the conversation over. */
  readonly isReturn?: true;
  /** The offer under way. */
  readonly invitationId?: string;
  /** Agents to ask next, in order; pools only. */
  readonly candidates: readonly string[];
  /** The position of the step in which the sender dismissed the outcome. */
  readonly dismissedAt?: number;
}

export interface TargetLists {
  readonly favourites: readonly KnownTargetRef[];
  /** Position of the last change of the favourites. */
  readonly version: number;
  /** Newest first. */
  readonly recents: readonly KnownTargetRef[];
}

export interface LoggedCommand {
  readonly command: Command;
  readonly at: number;
}

export interface Receipt {
  readonly interactionId: string;
  /** The message's index. */
  readonly index: number;
  readonly due: number;
}

/** How agents learn of presence and figures: by events, by asking again, or not at all. */
export type TargetAvailability = Known<BackendCapabilities['targetAvailability']>;

export interface DirectoryState {
  readonly availability: TargetAvailability;
  /** Agents always see the directory of the start. */
  readonly frozen: boolean;
  readonly current: DirectoryView;
  /** As last published to agents. */
  readonly published: DirectoryView;
  readonly publishedAt: number;
  /** When to publish again. */
  readonly publishAt?: number;
  /** Targets that no longer exist. */
  readonly removed: readonly TargetKey[];
}

/** The directory at one moment, independent of the agent who searches. */
export interface DirectoryView {
  /** By target key. */
  readonly entries: Table<Entry>;
  /** By agent. */
  readonly mayTransferTo: Table<readonly KnownTargetKind[]>;
}

/** An entry of the directory: of a kind that this contact centre has. */
export type KnownTarget = AgentTarget | PoolTarget;

/** A target, independent of the agent who searches. */
export type Entry = AgentEntry | PoolEntry;

export interface AgentEntry extends Omit<AgentTarget, 'version' | 'sms'> {
  readonly obstacle?: TargetProblem;
}

export interface PoolEntry extends Omit<PoolTarget, 'version' | 'sms' | 'figures'> {
  /** Absent where the contact centre gives no presence. */
  readonly counts?: PoolCounts;
}

export interface PoolCounts {
  /** Number of members. */
  readonly total: number;
  readonly signedIn: readonly string[];
  /** Members who can be offered an SMS. */
  readonly ready: readonly string[];
  readonly waiting?: number;
}

/** The queue with this id, which the model itself has written. Throws when it is missing. */
export function queueOf(state: CentreState, queueId: string): QueueRecord {
  const pool = get(state.pools, targetKey({ kind: 'queue', id: queueId }));
  if (pool.kind !== 'queue') throw new Error(`"${queueId}" is not a queue`);
  return pool;
}

/** A copy without one field: plain JSON has no `undefined`. */
export function without<T extends object, K extends keyof T>(row: T, field: K): Omit<T, K> {
  const { [field]: _, ...rest } = row;
  return rest;
}

/** An agent's id and name. */
export function refOf({ id, name }: AgentRef): AgentRef {
  return { id, name };
}
