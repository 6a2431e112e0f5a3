import * as v from 'valibot';
import { TargetKind } from '../domain/target';

/** What a routing backend can do. Screens offer only what is flagged here. */
export const BackendCapabilities = v.object({
  cancelPendingTransfer: v.boolean(),
  /** Whether a declined conversation stays with, or comes back to, its sender. */
  declineReturnsToSender: v.picklist(['yes', 'no', 'unknown']),
  /** Whether the sender is told the outcome, has to infer it, or never learns it. */
  senderSeesOutcome: v.picklist(['explicit', 'inferred', 'none']),
  targetKinds: v.array(TargetKind),
  transferNote: v.boolean(),
  declineReason: v.boolean(),
  extendInvitation: v.boolean(),
  /** Whether an agent may ask for longer times to answer. */
  timeToAnswer: v.boolean(),
  inviteExpiry: v.picklist(['server-known', 'estimated', 'unknown']),
  /** Reasons that an agent can give for not being ready, in the contact centre's own words. */
  notReadyReasons: v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(60))),
  favourites: v.boolean(),
  recents: v.boolean(),
  targetAvailability: v.boolean(),
  /** How the event stream resumes after a break. */
  resume: v.picklist(['replay', 'snapshot']),
  /**
   * Types of commands that count once however often they come under one `commandId`. Of the others a desktop sends
   * none again without an answer unless the agent, told that it may count twice, wants it.
   */
  idempotentCommands: v.array(v.string()),
  /**
   * Whether snapshots carry transfers; absent is true. With `false` a desktop keeps pending ones itself, on the device;
   * else one that a snapshot does not know becomes an unknown outcome.
   */
  snapshotTransfers: v.optional(v.boolean()),
});
export type BackendCapabilities = v.InferOutput<typeof BackendCapabilities>;
