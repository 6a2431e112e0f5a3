import * as v from 'valibot';
import { Agent, Id, Timestamp, Version } from '../domain/agent';
import { Interaction } from '../domain/interaction';
import { Invitation } from '../domain/invitation';
import { MessagePage } from '../domain/message';
import { Notice } from '../domain/notice';
import { TargetRef } from '../domain/target';
import { Transfer } from '../domain/transfer';
import { BackendCapabilities } from './capabilities';

/** Everything an agent's desktop needs to start from nothing, or to start again after a gap. */
export const Snapshot = v.object({
  v: v.literal(1),
  cursor: Version,
  /** Up to here the backend no longer knows what it had told: it has begun anew since. Absent: it knows all, or its positions start again. */
  origin: v.optional(Version),
  at: Timestamp,
  capabilities: BackendCapabilities,
  agent: Agent,
  interactions: v.array(Interaction),
  /** The end of each owned conversation. */
  messages: v.array(MessagePage),
  /** Per owned interaction the pending transfer, or the last outcome until it is dismissed. */
  transfers: v.array(Transfer),
  /**
   * The agent's transfers that have ended and are not in `transfers`, by the command that started them: dismissed ones,
   * and those of conversations that have left. A pending transfer that is in neither list is one of unknown outcome.
   */
  endedTransfers: v.optional(v.array(Id)),
  /** Offers that are open. */
  invitations: v.array(Invitation),
  /** My Messages, newest last, at most 200. */
  notices: v.array(Notice),
  favourites: v.array(TargetRef),
  /** Commands taken within the last minute, so that a desktop learns what became of a command without an answer. */
  recentCommands: v.array(v.string()),
});
export type Snapshot = v.InferOutput<typeof Snapshot>;
