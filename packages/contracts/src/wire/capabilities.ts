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
  favourites: v.boolean(),
  recents: v.boolean(),
  targetAvailability: v.boolean(),
  /** How the event stream resumes after a break. */
  resume: v.picklist(['replay', 'snapshot']),
  idempotentCommands: v.boolean(),
});
export type BackendCapabilities = v.InferOutput<typeof BackendCapabilities>;
