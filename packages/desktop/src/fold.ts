import type {
  CommandOf,
  DesktopState,
  Message,
  PendingTransfer,
  RefusedTransfer,
  RequestingTransfer,
  Target,
  Transfer,
} from '@baton/contracts';
import type { ById } from './maps';

/** What must reach the backend although no code waits for its answer. */
export type PendingCommand = CommandOf<'dismissTransfer' | 'markNoticesRead' | 'setTimeToAnswer' | 'addRecent'>;

/** The desktop state, and what the fold has to remember besides to get every order right. */
export interface DesktopFold extends DesktopState {
  readonly targets: ById<Target>;
  readonly book: Book;
}

/** Bookkeeping of the reducer; screens never look at it. */
export interface Book {
  /** Cursor of the newest snapshot. It knows all frames up to here, so late ones say nothing new. */
  readonly floor: number;
  /** Events are lost. Versions and cursors heard so far say nothing about the next snapshot. */
  readonly gap: boolean;
  readonly favouritesVersion: number;
  /** By interaction: all messages that arrived, also those still apart from the conversation's end. */
  readonly messages: ById<readonly Message[]>;
  /** By interaction: the backend's newest transfer, dismissed or not. */
  readonly transfers: ById<Transfer>;
  /** By interaction: what was asked for or refused here, and no transfer of the backend has answered. */
  readonly localTransfers: ById<RequestingTransfer | RefusedTransfer>;
  /** By transfer: the version of its dismissal. */
  readonly dismissed: ById<number>;
  /** By command: pending transfers that an earlier page knew. The first snapshot says what has become of them. */
  readonly earlierTransfers: ById<PendingTransfer>;
  /** By command: what the backend has not taken yet. */
  readonly pendingCommands: ById<PendingCommand>;
}

/** A desktop that has heard nothing yet. */
export function initialState(): DesktopFold {
  return {
    connection: { state: 'connecting' },
    interactions: {},
    conversations: {},
    transfers: {},
    invitations: {},
    notices: {},
    outbox: {},
    drafts: {},
    departures: {},
    favourites: [],
    targets: {},
    cursor: 0,
    clockOffset: 0,
    ownCommands: [],
    book: {
      floor: -1,
      gap: false,
      favouritesVersion: -1,
      messages: {},
      transfers: {},
      localTransfers: {},
      dismissed: {},
      earlierTransfers: {},
      pendingCommands: {},
    },
  };
}
