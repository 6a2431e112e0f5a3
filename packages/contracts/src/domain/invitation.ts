import * as v from 'valibot';
import { AgentRef, Id, Timestamp, Version } from './agent';
import { Contact, RoutingFacts } from './interaction';
import { Traceparent } from './trace';

/** Longest note a sender can attach to a transfer. */
export const maxNoteLength = 500;

const about = {
  id: Id,
  version: Version,
  interactionId: Id,
  /** `transfer`: a colleague hands it over; `inbound`: routing offers a new conversation. */
  kind: v.picklist(['transfer', 'inbound']),
  from: v.optional(AgentRef),
  contact: Contact,
  ...RoutingFacts,
  /** When the customer began to wait. */
  waitingSince: Timestamp,
  lastMessage: v.optional(v.object({ text: v.string(), at: Timestamp })),
  note: v.optional(v.pipe(v.string(), v.maxLength(maxNoteLength))),
  offeredAt: Timestamp,
  /** The sender's trace; their colleague's answer goes on with it. */
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
export type InvitationOutcome = (typeof invitationOutcomes)[number];

/**
 * An offer of a conversation to the signed-in agent.
 * The backend owns the deadline; a countdown on screen is only an estimate.
 */
export const Invitation = v.variant('state', [
  v.object({
    state: v.literal('offered'),
    ...about,
    /** Null when the agent has no limit. */
    expiresAt: v.nullable(Timestamp),
    /** How often "Give me more time" can still be used. */
    extensionsLeft: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({
    state: v.literal('ended'),
    ...about,
    outcome: v.picklist(invitationOutcomes),
    endedAt: Timestamp,
  }),
]);
export type Invitation = v.InferOutput<typeof Invitation>;
export type OfferedInvitation = Extract<Invitation, { state: 'offered' }>;
