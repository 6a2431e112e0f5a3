import * as v from 'valibot';
import { AgentRef, Id, Timestamp, Version } from './agent';
import { Note } from './handover';
import { Contact, RoutingFacts } from './interaction';
import type { UnknownWord } from './open-set';
import { noneOf, openSet } from './open-set';
import { Traceparent } from './trace';

/** Reasons for declining that Baton has words for, in each language. A host's own reasons have other ids. */
export const declineReasons = ['busy', 'notMyTopic', 'endOfShift'] as const;

/** Maximum length of a reason for declining. */
export const maxDeclineReasonLength = 60;

const about = {
  id: Id,
  version: Version,
  interactionId: Id,
  /**
   * `transfer`: a colleague hands the conversation over. `return`: a colleague gives it back. `inbound`: routing offers
   * a new one.
   */
  kind: openSet(['transfer', 'return', 'inbound']),
  from: v.optional(AgentRef),
  contact: Contact,
  ...RoutingFacts,
  /** Since when the customer has been waiting. */
  waitingSince: Timestamp,
  lastMessage: v.optional(
    v.object({
      text: v.string(),
      at: Timestamp,
      /** How many attachments came with it. */
      attachments: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
  ),
  note: v.optional(Note),
  offeredAt: Timestamp,
  /** The sender's trace, which the receiver's answer continues. */
  traceparent: v.optional(Traceparent),
};

export const invitationOutcomes = [
  'accepted',
  'declined',
  'expired',
  'withdrawn',
  'conversationEnded',
  'revoked',
] as const;
export type InvitationOutcome = (typeof invitationOutcomes)[number] | UnknownWord;

const states = [
  v.object({
    state: v.literal('offered'),
    ...about,
    /** Null when the agent has no limit. */
    expiresAt: v.nullable(Timestamp),
    /** How many times the agent can still ask for more time. */
    extensionsLeft: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({
    state: v.literal('ended'),
    ...about,
    outcome: openSet(invitationOutcomes),
    endedAt: Timestamp,
  }),
] as const;

/**
 * An offer of a conversation to the signed-in agent. The backend owns the deadline; a countdown on screen is an estimate.
 * An invitation in a state that this version does not know cannot be answered any more.
 */
export const Invitation = v.variant('state', [
  ...states,
  v.looseObject({ state: noneOf(states.map(({ entries }) => entries.state)), ...about }),
]);
export type Invitation = v.InferOutput<typeof Invitation>;
export type OfferedInvitation = Extract<Invitation, { state: 'offered' }>;
