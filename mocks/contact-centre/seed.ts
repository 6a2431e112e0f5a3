import type {
  CaseData,
  Contact,
  DeliveryFailure,
  Dispositions,
  KnownTargetKind,
  KnownTargetRef,
  Priority,
  Privileges,
} from '@baton/contracts';
import type { Quirks, TargetAvailability } from './state';

/** The beginning of a contact centre. Times in the past are milliseconds before its start. */
export interface CentreSeed {
  /** When it starts, on its own clock. */
  readonly at: number;
  /** The first position, and the version of all rows at the start. Default 0. */
  readonly position?: number;
  readonly agents: readonly AgentSeed[];
  readonly pools: readonly PoolSeed[];
  readonly conversations: readonly ConversationSeed[];
  /** `frozen`: agents always see the directory of the start. Default `live`. */
  readonly directory?: 'live' | 'frozen';
  readonly quirks?: Quirks;
  /** How agents learn of presence. Default `pushed`. */
  readonly targetAvailability?: TargetAvailability;
}

export interface AgentSeed {
  readonly id: string;
  readonly name: string;
  readonly nickname?: string;
  readonly address: string;
  /** A word for the sign-in page. */
  readonly description?: string;
  /** Default: signed out. */
  readonly signedIn?: boolean;
  /** Readiness for SMS while signed in; `none` does not handle SMS. Default `ready`. */
  readonly sms?: 'ready' | 'notReady' | 'none';
  /** Why not ready. */
  readonly reason?: string | undefined;
  /** Ready on media that Baton does not handle. */
  readonly otherMediaReady?: boolean;
  /** Another activity that keeps them busy. */
  readonly activity?: string | undefined;
  /** In after-call work until they set themselves Ready. */
  readonly wrapUp?: boolean | undefined;
  /** `false`: signed in, with unknown presence. */
  readonly reachable?: false | undefined;
  /** How long they have been in this state. */
  readonly sinceMs?: number;
  /** Conversations they can hold. Default 3. */
  readonly capacity?: number;
  /** Default: every kind. */
  readonly mayTransferTo?: readonly KnownTargetKind[] | undefined;
  /** What their role allows. Default: everything. */
  readonly privileges?: Privileges;
  readonly favourites?: readonly KnownTargetRef[];
  readonly recents?: readonly KnownTargetRef[];
}

export interface PoolSeed {
  readonly kind: Exclude<KnownTargetKind, 'agent'>;
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly members: readonly string[];
  /** Queues only. Default 0. */
  readonly wrapUpSeconds?: number;
  /** Queues only: what agents choose from when they end one of its conversations. */
  readonly dispositions?: Dispositions;
}

export interface ConversationSeed {
  readonly id: string;
  readonly contact: Contact;
  readonly queueId: string;
  /** Without an owner it waits in its queue. */
  readonly ownerId?: string;
  readonly segment?: string;
  readonly priority?: Priority;
  readonly language?: string;
  readonly caseData?: CaseData;
  readonly startedAgoMs: number;
  /** It is over: its owner, who is needed then, has completed it. */
  readonly ended?: { readonly agoMs: number; readonly disposition?: string };
  readonly note?: string;
  /** In order. */
  readonly messages: readonly MessageSeed[];
  /** Why the next texts to this contact fail, one after the other; later ones are delivered. */
  readonly failures?: readonly DeliveryFailure[];
}

/** A text of the customer or, with `agentId`, of an agent. */
export interface MessageSeed {
  readonly agoMs: number;
  readonly agentId?: string;
  readonly text: string;
  /** Why an agent's text was not delivered. */
  readonly failed?: DeliveryFailure;
}
