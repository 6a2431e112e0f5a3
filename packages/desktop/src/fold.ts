import type {
  CommandOf,
  DesktopState,
  Message,
  PendingTransfer,
  RefusedTransfer,
  RequestingTransfer,
} from '@baton/contracts';
import type { ById } from './immutable';

/** Commands that are sent until the backend accepts them, without a caller that waits. */
export type PendingCommand = CommandOf<
  'dismissTransfer' | 'markNoticesRead' | 'deleteNotices' | 'setTimeToAnswer' | 'addRecent'
>;

/** The desktop state, and what the reducer needs besides to handle events in any order. */
export interface DesktopFold extends DesktopState {
  readonly internals: FoldInternals;
}

/** The deletion of a notice. */
export interface Deletion {
  /** The backend's version of the deletion, or the notice's version until the backend has confirmed it. */
  readonly version: number;
  /** Time of the deletion; for notices of this device only. */
  readonly at?: number;
}

/** The reducer's own bookkeeping. Screens do not read it. */
export interface FoldInternals {
  /** Cursor of the newest snapshot. It contains all frames up to here, so late ones are ignored. */
  readonly snapshotCursor: number;
  /** Events are lost. The versions and cursors so far cannot be compared with the next snapshot. */
  readonly hasGap: boolean;
  readonly favouritesVersion: number;
  /** By interaction: all messages that arrived, also those before a missing one. */
  readonly messages: ById<readonly Message[]>;
  /** By interaction: requests and refusals of this device that no transfer of the backend has answered. */
  readonly localTransfers: ById<RequestingTransfer | RefusedTransfer>;
  /** By transfer: the version of its dismissal. */
  readonly dismissed: ById<number>;
  /** By notice: its deletion, for good. */
  readonly deletedNotices: ById<Deletion>;
  /** By command: pending transfers from an earlier page. The first snapshot tells their outcome. */
  readonly earlierTransfers: ById<PendingTransfer>;
  /** By command: commands that the backend has not accepted yet. */
  readonly pendingCommands: ById<PendingCommand>;
}

/** The state before the first event. */
export function initialState(): DesktopFold {
  return {
    connection: { state: 'connecting' },
    interactions: {},
    conversations: {},
    transfers: {},
    shownTransfers: {},
    invitations: {},
    notices: {},
    markedUnread: {},
    outbox: {},
    drafts: {},
    seen: {},
    departures: {},
    favourites: [],
    cursor: 0,
    clockOffset: 0,
    ownCommands: [],
    internals: {
      snapshotCursor: -1,
      hasGap: false,
      favouritesVersion: -1,
      messages: {},
      localTransfers: {},
      dismissed: {},
      deletedNotices: {},
      earlierTransfers: {},
      pendingCommands: {},
    },
  };
}
