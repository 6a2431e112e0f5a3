import * as v from 'valibot';
import { Agent, Id, Timestamp, Version } from '../domain/agent';
import { Interaction } from '../domain/interaction';
import { Invitation } from '../domain/invitation';
import { MessagePage } from '../domain/message';
import { Notice } from '../domain/notice';
import { TargetRef } from '../domain/target';
import { Transfer } from '../domain/transfer';
import { BackendCapabilities } from './capabilities';

/** Everything that an agent's desktop needs to start, or to continue after a gap. */
export const Snapshot = v.object({
  // Closed: another number is an incompatible wire format.
  v: v.literal(1),
  cursor: Version,
  /**
   * The position at which the backend lost its history and started again. Absent: it has its whole history, or its
   * positions start from 0.
   */
  origin: v.optional(Version),
  at: Timestamp,
  capabilities: BackendCapabilities,
  agent: Agent,
  interactions: v.array(Interaction),
  /** The latest messages of each owned conversation. */
  messages: v.array(MessagePage),
  /**
   * For each owned interaction the pending transfer, or the last outcome until it is dismissed, and the transfer by which
   * it came. Also the latest transfers by which other interactions have left, if the backend keeps them.
   */
  transfers: v.array(Transfer),
  /**
   * Command ids of the agent's transfers that have ended and are not in `transfers`: dismissed ones, and those of
   * conversations that have left. A transfer that was pending and is in neither list has an unknown outcome.
   */
  endedTransfers: v.optional(v.array(Id)),
  /** Open offers. */
  invitations: v.array(Invitation),
  /** My Messages, newest last, at most 200. */
  notices: v.array(Notice),
  favourites: v.array(TargetRef),
  /** Commands that were taken within the last minute, so that a desktop can look up a command without an answer. */
  recentCommands: v.array(v.string()),
});
export type Snapshot = v.InferOutput<typeof Snapshot>;
