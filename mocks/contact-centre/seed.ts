import type { Contact, DeliveryFailure, TargetKind, TargetRef } from '@baton/contracts';

/** What a contact centre begins with. Times in the past are given as milliseconds before its start. */
export interface CentreSeed {
  /** When it starts, on its own clock. */
  readonly at: number;
  /** The position from which it counts, and the version of all that it begins with. Default 0. */
  readonly position?: number;
  readonly agents: readonly AgentSeed[];
  readonly pools: readonly PoolSeed[];
  readonly conversations: readonly ConversationSeed[];
  /** `frozen`: agents go on seeing the directory of the start. Default `live`. */
  readonly directory?: 'live' | 'frozen';
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
  readonly reason?: string;
  /** Ready on media that Baton does not handle. */
  readonly otherMediaReady?: boolean;
  /** What else keeps them busy. */
  readonly activity?: string;
  /** In after-call work until they set themselves Ready. */
  readonly wrapUp?: boolean;
  /** `false`: signed in, but nobody knows whether they are there. */
  readonly reachable?: false;
  /** How long all this has been so, in milliseconds. */
  readonly since?: number;
  /** Conversations they can hold. Default 3. */
  readonly capacity?: number;
  /** Default: every kind. */
  readonly mayTransferTo?: readonly TargetKind[];
  readonly favourites?: readonly TargetRef[];
  readonly recents?: readonly TargetRef[];
}

export interface PoolSeed {
  readonly kind: Exclude<TargetKind, 'agent'>;
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly members: readonly string[];
  /** Queues only. Default 0. */
  readonly wrapUpSeconds?: number;
}

export interface ConversationSeed {
  readonly id: string;
  readonly contact: Contact;
  readonly queueId: string;
  /** Without an owner it waits in its queue. */
  readonly ownerId?: string;
  readonly segment?: string;
  readonly priority?: string;
  /** How long ago it began, in milliseconds. */
  readonly startedAgo: number;
  /** In order. */
  readonly messages: readonly MessageSeed[];
  /** How the next texts to this contact fail, one after the other; later ones are delivered. */
  readonly failures?: readonly DeliveryFailure[];
}

/** A text of the customer or, with `agentId`, of an agent. */
export interface MessageSeed {
  readonly ago: number;
  readonly agentId?: string;
  readonly text: string;
  /** Why an agent's text was not delivered. */
  readonly failed?: DeliveryFailure;
}
