import * as v from 'valibot';
import { CaseData } from './case-data';
import { AgentRef, Id, Line, Name, Timestamp, Version } from './agent';
import { Consent } from './consent';
import { Dispositions } from './disposition';
import { Handover } from './handover';
import { InteractionNote } from './interaction-note';
import type { UnknownWord } from './open-set';
import { openSet } from './open-set';
import { TargetKind } from './target';

export const addressKinds = ['phone', 'shortCode', 'alphanumeric', 'whatsapp', 'email', 'other'] as const;
export type AddressKind = (typeof addressKinds)[number] | UnknownWord;

/** Address of a customer on the channel. */
export const ContactAddress = v.object({
  kind: openSet(addressKinds),
  /** As the product formats it: "+447700900123", "60123", "BANK", "whatsapp:+447700900123". */
  value: Line(256),
  /** Formatted for people: "+44 7700 900123". Without it, screens show `value`. */
  display: v.optional(Line(120)),
});
export type ContactAddress = v.InferOutput<typeof ContactAddress>;

/** The customer. Without a name, screens show "Unknown". */
export const Contact = v.object({
  id: Id,
  name: v.optional(Name),
  address: v.optional(ContactAddress),
});
export type Contact = v.InferOutput<typeof Contact>;

export const interactionCapabilities = ['sendMessage', 'transfer', 'complete'] as const;
export type InteractionCapability = (typeof interactionCapabilities)[number] | UnknownWord;

export const priorities = ['high', 'normal', 'low'] as const;

/** How urgent a conversation is: a known word, which screens translate, or the product's own words. */
export const Priority = v.union([openSet(priorities), v.object({ text: v.pipe(v.string(), v.maxLength(40)) })]);
export type Priority = v.InferOutput<typeof Priority>;

/** What is known of an interaction before it is accepted, shown in preview and window. */
export const RoutingFacts = {
  queue: v.optional(v.object({ id: Id, name: Name })),
  /** Customer segment such as "Gold". */
  segment: v.optional(v.pipe(v.string(), v.maxLength(40))),
  priority: v.optional(Priority),
  /**
   * Whether the customer agrees to get messages, where the backend keeps that: desktops believe it. Absent: it does not,
   * and desktops go by what the customer writes if their host has named words for it (`consentWords`).
   */
  consent: v.optional(Consent),
  /** BCP 47 tag of the language in which the customer writes, for example "de". */
  language: v.optional(Line(35)),
  caseData: v.optional(CaseData),
};

/** A text-message conversation, as its owner sees it. */
export const Interaction = v.object({
  id: Id,
  version: Version,
  channel: openSet(['sms']),
  contact: Contact,
  owner: AgentRef,
  /** `ended`: the conversation is over, but the owner has not completed it yet. */
  state: openSet(['active', 'ended']),
  startedAt: Timestamp,
  assignedAt: Timestamp,
  /** The command by which its owner began it, if they did. */
  commandId: v.optional(Id),
  /** The agent who handed it over, if it came by transfer. */
  receivedFrom: v.optional(AgentRef),
  /** What they have left for its owner. The window shows it until the owner has written. */
  handover: v.optional(Handover),
  ...RoutingFacts,
  /** What its owners have written down. Absent: nothing. */
  note: v.optional(InteractionNote),
  /** Absent: ending it asks for none. */
  dispositions: v.optional(Dispositions),
  /** What the owner may do now. Buttons are enabled by this alone. */
  capabilities: v.array(openSet(interactionCapabilities)),
  /**
   * The kinds of target, of the backend's `targetKinds`, to which this conversation can be transferred. Absent: all.
   */
  transferKinds: v.optional(v.array(TargetKind)),
});
export type Interaction = v.InferOutput<typeof Interaction>;
