import type { Agent } from '../domain/agent';
import type { Interaction } from '../domain/interaction';
import type { Invitation } from '../domain/invitation';
import type { Message } from '../domain/message';
import type { Notice } from '../domain/notice';
import type { UnknownWord } from '../domain/open-set';
import type { Target, TargetKey, TargetRef } from '../domain/target';
import type { Transfer, TransferFailure } from '../domain/transfer';
import type { BackendCapabilities } from '../wire/capabilities';

/**
 * Whether the desktop state is current, so that the agent can act on it: `live` from the first snapshot until the event
 * stream breaks.
 */
export type Connection =
  | { state: 'connecting' }
  /** `delayed`: there is no event stream. The desktop polls snapshots instead and is some seconds behind. */
  | { state: 'live'; delayed?: true }
  /** `why`: how the last attempt failed, if there was one. */
  | { state: 'connectionLost'; since: number; why?: ConnectionFailure }
  | { state: 'sessionEnded'; reason: 'signedOut' | 'replaced' | 'lost' | UnknownWord };

/** Why the contact centre cannot be reached: no answer, a malformed answer, or no token from the host. */
export type ConnectionFailure = 'noAnswer' | 'badAnswer' | 'noToken';

/** A transfer that was requested and that the backend has not confirmed yet. */
export interface RequestingTransfer {
  state: 'requesting';
  interactionId: string;
  target: TargetRef;
  commandId: string;
  startedAt: number;
}

/**
 * A transfer that the backend has refused or not answered, or whose outcome never arrived. The sender still owns the
 * conversation.
 */
export interface RefusedTransfer {
  state: 'refused';
  interactionId: string;
  target: TargetRef;
  commandId: string;
  endedAt: number;
  reason: TransferFailure;
  /** For support, shown with reason `server` and `unknownOutcome`. */
  reference: string;
  /** The last known version of a pending transfer whose outcome never arrived. Absent if the backend has shown none. */
  version?: number | undefined;
}

/** The transfer that the window of an interaction shows: the current one, or the outcome of the last one. */
export type InteractionTransfer = Transfer | RequestingTransfer | RefusedTransfer;

/** A text that the agent has sent and the backend has not shown yet. */
export interface OutboxMessage {
  commandId: string;
  interactionId: string;
  /** The customer's name if known, to show it after the conversation has left. */
  customer?: string | undefined;
  text: string;
  at: number;
  status: { state: 'sending' } | { state: 'failed'; reason: SendingFailure };
}

/**
 * Why a text was not sent, as far as the desktop knows. With `network` and `server` no answer came: the text may have
 * been sent, and a retry is the same command. With `refused`, `optedOut` and `unsupported` it was not sent; `optedOut`
 * means that the customer had opted out, `unsupported` that the product cannot send it. With `unknown` it may have been sent, and the backend no longer knows the command.
 */
export type SendingFailure = 'network' | 'server' | 'refused' | 'optedOut' | 'unsupported' | 'unknown';

/** A text that was typed and not sent. Two windows that are out of sync may create two drafts of one conversation. */
export interface Draft {
  interactionId: string;
  /** The customer's name if known, to show it after the conversation has left. */
  customer?: string | undefined;
  text: string;
  at: number;
}

/** How far a conversation was shown to the agent. */
export interface Seen {
  /** Index of a message: this one and those before it were seen. */
  index: number;
}

/** When an entry of My Messages was marked as unread, in backend time. */
export interface MarkedUnread {
  at: number;
}

/** The part of a conversation that the desktop holds. */
export interface Conversation {
  /** By index, in order, without gaps at the end. */
  messages: readonly Message[];
  /** Whether there are older messages to load. */
  earlier: boolean;
}

/** How an interaction has left this desktop. */
export interface Departure {
  why: 'transferred' | 'completed' | 'signedOut' | UnknownWord;
  /** The new owner, if known. */
  to?: TargetRef | undefined;
  version: number;
}

/**
 * Everything the desktop knows of the contact centre: a snapshot and all events since. Maps are keyed by the entity's
 * id.
 */
export interface DesktopState {
  /**
   * The desktop is locked: names, numbers and texts of customers are left out, and nothing can be answered. `byHost`: only
   * the host unlocks it. Absent: it is not.
   */
  locked?: { byHost: boolean } | undefined;
  connection: Connection;
  /** Absent until the first snapshot. */
  agent?: Agent | undefined;
  capabilities?: BackendCapabilities | undefined;
  interactions: Readonly<Record<string, Interaction>>;
  conversations: Readonly<Record<string, Conversation>>;
  /**
   * Transfers with the agent as sender or receiver: the pending ones, those whose outcome is shown, and the latest
   * others, also after the conversation has moved. The agent is the receiver of those that another agent has started.
   */
  transfers: Readonly<Record<string, Transfer>>;
  /** By interaction, as its sender sees it. Includes transfers that were requested or refused on this device. */
  shownTransfers: Readonly<Record<string, InteractionTransfer>>;
  /** Offers, and how the latest of them ended. */
  invitations: Readonly<Record<string, Invitation>>;
  notices: Readonly<Record<string, Notice>>;
  /** By notice: those that were read and that the agent has marked as unread on this device. */
  markedUnread: Readonly<Record<string, MarkedUnread>>;
  outbox: Readonly<Record<string, OutboxMessage>>;
  /** By their own ids; `draftOf` returns the draft of a conversation. */
  drafts: Readonly<Record<string, Draft>>;
  /** By interaction: the last message that this device has shown, at the end of a conversation on screen. */
  seen: Readonly<Record<string, Seen>>;
  /** Interactions that left, until the next snapshot. */
  departures: Readonly<Record<string, Departure>>;
  favourites: readonly TargetRef[];
  /**
   * When the newest snapshot was made, in backend time. Directory data from before is outdated. Absent before the first
   * snapshot, and in hosts of contract 0.1.
   */
  snapshotAt?: number | undefined;
  /** Position of the newest event in this state. */
  cursor: number;
  /** What to add to this device's clock to get the backend's, in milliseconds. */
  clockOffset: number;
  /** Answered commands of this window, newest last; they show which window has acted. */
  ownCommands: readonly string[];
}

/**
 * Presence and figures of targets that have changed since the newest snapshot. Read one by one, so that the cost of a
 * change does not depend on the number of targets, and only subscribers of that target are notified.
 */
export interface LiveTargets {
  /** The newest value, the same object until it changes; `undefined` while the directory's value is current. */
  get(key: TargetKey): Target | undefined;
  /**
   * Calls back once after each frame or snapshot that has changed any of these values. Returns a function that
   * unsubscribes.
   */
  subscribe(keys: readonly TargetKey[], listener: () => void): () => void;
}

/** Live desktop state, read-only. */
export interface DesktopStore {
  /** The same object until something changes. */
  getState(): DesktopState;
  /** Calls back after each change. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** Not part of the state, because a contact centre may have a hundred thousand targets. */
  readonly targets: LiveTargets;
}
