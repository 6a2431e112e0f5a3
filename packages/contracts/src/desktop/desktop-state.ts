import type { Agent } from '../domain/agent';
import type { Interaction } from '../domain/interaction';
import type { Invitation } from '../domain/invitation';
import type { Message } from '../domain/message';
import type { Notice } from '../domain/notice';
import type { Target, TargetKey, TargetRef } from '../domain/target';
import type { Transfer, TransferFailure } from '../domain/transfer';
import type { BackendCapabilities } from '../wire/capabilities';

/**
 * Whether the desktop knows the contact centre and can act on what it shows:
 * `live` from the first snapshot on, until a break of the event stream.
 */
export type Connection =
  | { state: 'connecting' }
  /** `delayed`: no event stream comes through. Snapshots at short intervals take its place, so what happens is seen some seconds late. */
  | { state: 'live'; delayed?: true }
  | { state: 'connectionLost'; since: number }
  | { state: 'sessionEnded'; reason: 'signedOut' | 'replaced' | 'lost' };

/** A transfer that was asked for, and the backend has not confirmed yet. */
export interface RequestingTransfer {
  state: 'requesting';
  interactionId: string;
  target: TargetRef;
  commandId: string;
  startedAt: number;
}

/** A transfer that the backend refused or never answered, or whose outcome never came. The sender still owns the conversation. */
export interface RefusedTransfer {
  state: 'refused';
  interactionId: string;
  target: TargetRef;
  commandId: string;
  endedAt: number;
  reason: TransferFailure;
  /** For support, shown with reason `server` and `unknownOutcome`. */
  reference: string;
  /** Of the pending transfer whose outcome never came, the version the desktop knew. Absent when the backend has shown none. */
  version?: number;
}

/** An interaction's transfer: the one under way, or how the last one ended. */
export type InteractionTransfer = Transfer | RequestingTransfer | RefusedTransfer;

/** A text that its sender has let go of, and the backend has not shown yet. */
export interface OutboxMessage {
  commandId: string;
  interactionId: string;
  /** The customer's name, for when the conversation is gone. */
  customer?: string;
  text: string;
  at: number;
  status: { state: 'sending' } | { state: 'failed'; reason: SendingFailure };
}

/**
 * Why a text was not sent, as far as the desktop knows. With `network` and `server` no answer came: it may have been
 * sent, and sent again it is the same command. `refused` was not sent. With `unknown` it may have been sent, and the
 * backend no longer knows the command.
 */
export type SendingFailure = 'network' | 'server' | 'refused' | 'unknown';

/** A text that was typed and not sent. Two windows that have not heard of each other may make two of one conversation. */
export interface Draft {
  interactionId: string;
  /** The customer's name, for when the conversation is gone. */
  customer: string;
  text: string;
  at: number;
}

/** The part of a conversation that the desktop holds. */
export interface Conversation {
  /** By index, in order, without gaps at the end. */
  messages: readonly Message[];
  /** Whether there are older ones to ask for. */
  earlier: boolean;
}

/** An interaction that left this desktop while it was known here. */
export interface Departure {
  why: 'transferred' | 'completed' | 'signedOut';
  to?: { id: string; name: string };
  version: number;
}

/**
 * Everything the desktop knows of the contact centre: the fold of a snapshot
 * and all events since. Maps are keyed by the entity's id.
 */
export interface DesktopState {
  connection: Connection;
  /** Absent until the first snapshot. */
  agent?: Agent;
  capabilities?: BackendCapabilities;
  interactions: Readonly<Record<string, Interaction>>;
  conversations: Readonly<Record<string, Conversation>>;
  /** By interaction. */
  transfers: Readonly<Record<string, InteractionTransfer>>;
  /** Offers, and how the latest of them ended. */
  invitations: Readonly<Record<string, Invitation>>;
  notices: Readonly<Record<string, Notice>>;
  outbox: Readonly<Record<string, OutboxMessage>>;
  /** By an id of their own; `draftOf` gives the text of a conversation. */
  drafts: Readonly<Record<string, Draft>>;
  /** Interactions that left, until the next snapshot. */
  departures: Readonly<Record<string, Departure>>;
  favourites: readonly TargetRef[];
  /** When the newest snapshot was made, in backend time. Absent before the first, and in hosts of contract 0.1. */
  snapshotAt?: number;
  /** Latest presence and figures of targets that changed since the snapshot; what the directory said before it is out of date. */
  targets: Readonly<Record<TargetKey, Target>>;
  /** Position of the newest event folded in. */
  cursor: number;
  /** What to add to this device's clock to get the backend's, in milliseconds. */
  clockOffset: number;
  /** Commands of this window that it has heard back of, newest last: tells which window did it. */
  ownCommands: readonly string[];
}

/** Live desktop state, read-only. */
export interface DesktopStore {
  /** The same object until something changes. */
  getState(): DesktopState;
  /** Calls back after each change; returns a function that stops it. */
  subscribe(listener: () => void): () => void;
}
