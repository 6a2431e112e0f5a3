import * as v from 'valibot';
import { AgentRef, Id, Timestamp, Version } from './agent';
import { invitationOutcomes } from './invitation';
import { Traceparent } from './trace';
import { TargetRef, targetProblems } from './target';

export const transferFailures = [
  ...targetProblems,
  'permission',
  'notFound',
  'poolEmpty',
  'pending',
  'ended',
  'server',
  'unknownOutcome',
] as const;
/** Why a transfer could not be offered, or could not be finished, though nobody declined it. */
export type TransferFailure = (typeof transferFailures)[number];

/** One agent who was asked to take a conversation over. */
export const TransferStep = v.object({
  /** What the sender chose. */
  target: TargetRef,
  /** Who was asked for it: the target, or a member of the pool. */
  agent: AgentRef,
  /** `offered` while the agent is being asked; then how that ended. */
  state: v.picklist(['offered', ...invitationOutcomes]),
  /** Why an offer was `revoked`. */
  reason: v.optional(v.picklist(transferFailures)),
  /** Since when the step is in this state. */
  at: Timestamp,
});
export type TransferStep = v.InferOutput<typeof TransferStep>;

const about = {
  id: Id,
  version: Version,
  interactionId: Id,
  target: TargetRef,
  by: AgentRef,
  startedAt: Timestamp,
  /** The command that started it. */
  commandId: Id,
  /** As the command gave it. */
  traceparent: v.optional(Traceparent),
  /** Who was asked, in order. Only the last one can be `offered`. Empty when the backend does not tell. */
  route: v.array(TransferStep),
};
const ended = { ...about, endedAt: Timestamp };

/**
 * A hand-over as its sender sees it. The sender owns the conversation in every
 * state but `accepted`. A conversation has at most one `pending` transfer.
 */
export const Transfer = v.variant('state', [
  v.object({
    state: v.literal('pending'),
    ...about,
    /** Null when whoever is asked has no limit. */
    expiresAt: v.nullable(Timestamp),
    /** How often the invited side has asked for more time since the current offer. */
    extensions: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({ state: v.literal('accepted'), ...ended, acceptedBy: AgentRef }),
  v.object({ state: v.literal('declined'), ...ended, reason: v.optional(v.string()) }),
  v.object({ state: v.literal('expired'), ...ended }),
  v.object({ state: v.literal('cancelled'), ...ended }),
  v.object({ state: v.literal('failed'), ...ended, reason: v.picklist(transferFailures) }),
]);
export type Transfer = v.InferOutput<typeof Transfer>;
export type PendingTransfer = Extract<Transfer, { state: 'pending' }>;
