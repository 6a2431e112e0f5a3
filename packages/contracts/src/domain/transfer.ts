import * as v from 'valibot';
import { AgentRef, Id, Timestamp, Version } from './agent';
import { Traceparent } from './trace';
import { TargetRef } from './target';

export const transferFailures = [
  'offline',
  'notReady',
  'atCapacity',
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
