import * as v from 'valibot';
import { AgentRef, Id, Timestamp, Version } from './agent';
import { invitationOutcomes } from './invitation';
import type { UnknownWord } from './open-set';
import { noneOf, openSet } from './open-set';
import { Traceparent } from './trace';
import { TargetRef, targetProblems } from './target';

export const transferFailures = [
  ...targetProblems,
  'permission',
  'notFound',
  'poolEmpty',
  'pending',
  'ended',
  /** The product does not support this transfer; a retry fails in the same way. */
  'unsupported',
  'server',
  'unknownOutcome',
] as const;
/** Why a transfer could not be started or completed, other than by the target's decision. */
export const TransferFailure = openSet(transferFailures);
export type TransferFailure = v.InferOutput<typeof TransferFailure>;

/** One agent who was asked to take over a conversation. */
export const TransferStep = v.object({
  /** The target that the sender has chosen. */
  target: TargetRef,
  /** The agent who was asked: the target itself, or a member of the pool. */
  agent: AgentRef,
  /** `offered` while the agent is being asked; then the outcome. */
  state: openSet(['offered', ...invitationOutcomes]),
  /** Why an offer was `revoked`. */
  reason: v.optional(TransferFailure),
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
  /** From the command. */
  traceparent: v.optional(Traceparent),
  /**
   * The agents who were asked, in order. Only the last step can be `offered`. Empty if the backend does not provide it.
   */
  route: v.array(TransferStep),
};
const ended = { ...about, endedAt: Timestamp };

const states = [
  v.object({
    state: v.literal('pending'),
    ...about,
    /** Null if the invited agent has no limit. */
    expiresAt: v.nullable(Timestamp),
    /** How often the invited agent has asked for more time for the current offer. */
    extensions: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({ state: v.literal('accepted'), ...ended, acceptedBy: AgentRef }),
  /** The conversation went to the target at once, such as a queue, without an acceptance. The new owner is unknown. */
  v.object({ state: v.literal('handedOver'), ...ended }),
  /** `reason`: the id of one of the receiving host's reasons, or the agent's own words. */
  v.object({ state: v.literal('declined'), ...ended, reason: v.optional(v.string()) }),
  v.object({ state: v.literal('expired'), ...ended }),
  /** The target has not taken it, and the backend does not know why: declined, expired or absent. */
  v.object({ state: v.literal('notAccepted'), ...ended }),
  v.object({ state: v.literal('cancelled'), ...ended }),
  v.object({ state: v.literal('failed'), ...ended, reason: TransferFailure }),
] as const;

/**
 * A hand-over of a conversation, as sent to its sender and to the agent who has accepted it. The sender owns the
 * conversation in every state but `accepted` and `handedOver`. A conversation has at most one `pending` transfer.
 */
export const Transfer = v.variant('state', [
  ...states,
  v.looseObject({ state: noneOf(states.map(({ entries }) => entries.state)), ...about }),
]);
export type Transfer = v.InferOutput<typeof Transfer>;
export type PendingTransfer = Extract<Transfer, { state: 'pending' }>;
/** A transfer in a state that this version does not know: neither pending nor ended. */
export type UnknownTransfer = Extract<Transfer, { state: UnknownWord }>;
