import * as v from 'valibot';
import { Agent, Timestamp, Version } from '../domain/agent';
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
  at: Timestamp,
  capabilities: BackendCapabilities,
  agent: Agent,
  interactions: v.array(Interaction),
  /** The end of each owned conversation. */
  messages: v.array(MessagePage),
  /** Per owned interaction the pending transfer, or the last outcome until it is dismissed. */
  transfers: v.array(Transfer),
  /** Offers that are open. */
  invitations: v.array(Invitation),
  /** My Messages, newest last, at most 200. */
  notices: v.array(Notice),
  favourites: v.array(TargetRef),
  /** Commands taken within the last minute, so that a desktop learns what became of a command without an answer. */
  recentCommands: v.array(v.string()),
});
export type Snapshot = v.InferOutput<typeof Snapshot>;
