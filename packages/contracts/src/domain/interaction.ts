import * as v from 'valibot';
import { AgentRef, Id, Name, Timestamp, Version } from './agent';

/** The customer on the other end. */
export const Contact = v.object({
  id: Id,
  name: Name,
  /** E.164, for example "+447700900123". */
  number: v.pipe(v.string(), v.regex(/^\+[1-9]\d{1,14}$/)),
  /** The same number as people write it; formatted by the backend. */
  displayNumber: v.pipe(v.string(), v.maxLength(30)),
});
export type Contact = v.InferOutput<typeof Contact>;

export const interactionCapabilities = ['sendMessage', 'transfer', 'complete'] as const;
export type InteractionCapability = (typeof interactionCapabilities)[number];

/** What routing says about an interaction, shown in preview and window. */
export const RoutingFacts = {
  queue: v.optional(v.object({ id: Id, name: Name })),
  /** Customer segment such as "Gold". */
  segment: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** Priority in words such as "High priority". */
  priority: v.optional(v.pipe(v.string(), v.maxLength(40))),
};

/** A text-message conversation, as its owner sees it. */
export const Interaction = v.object({
  id: Id,
  version: Version,
  channel: v.literal('sms'),
  contact: Contact,
  owner: AgentRef,
  /** `ended`: the customer's conversation is over, the owner has yet to complete it. */
  state: v.picklist(['active', 'ended']),
  startedAt: Timestamp,
  assignedAt: Timestamp,
  /** Who handed it over, when it came by transfer. */
  receivedFrom: v.optional(AgentRef),
  ...RoutingFacts,
  /** What the owner may do now. Buttons follow this, never guesses. */
  capabilities: v.array(v.picklist(interactionCapabilities)),
});
export type Interaction = v.InferOutput<typeof Interaction>;
