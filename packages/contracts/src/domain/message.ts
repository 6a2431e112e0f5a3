import * as v from 'valibot';
import { AgentRef, Id, Line, Name, Timestamp, Version } from './agent';
import { Attachment } from './attachment';
import type { UnknownWord } from './open-set';
import { noneOf, openSet } from './open-set';
import { TargetRef } from './target';
import { ReceivedText } from './text';
import { TransferFailure } from './transfer';

/** Position in the conversation, counted from 0 without gaps. */
export const MessageIndex = v.pipe(v.number(), v.integer(), v.minValue(0));

const position = {
  index: MessageIndex,
  version: Version,
  at: Timestamp,
};

/** A message of the customer. */
export const CustomerMessage = v.object({
  kind: v.literal('customer'),
  ...position,
  /** Absent if the name is unknown. */
  name: v.optional(Name),
  /** Empty when only attachments came. */
  text: ReceivedText,
  attachments: v.optional(v.array(Attachment)),
});

/**
 * Why a message was not delivered, with the codes of a product as an example
 * (https://www.twilio.com/docs/api/errors):
 *
 * - `blocked`: the customer has opted out (21610)
 * - `number`: the number takes no messages, such as that of a landline (30006)
 * - `server`: the messaging service has failed or has not answered (30001, 30008)
 * - `unreachable`: the phone was off or had no network (30003)
 * - `carrierBlocked`: the carrier does not let messages through to this number (30004)
 * - `numberUnknown`: there is no such number (30005)
 * - `filtered`: the carrier has refused this text because of what it says (30007)
 */
export const deliveryFailures = [
  'blocked',
  'number',
  'server',
  'unreachable',
  'carrierBlocked',
  'numberUnknown',
  'filtered',
] as const;
export type DeliveryFailure = (typeof deliveryFailures)[number] | UnknownWord;

const deliveries = [
  v.object({ state: v.literal('sent') }),
  v.object({ state: v.literal('delivered') }),
  v.object({
    state: v.literal('failed'),
    reason: openSet(deliveryFailures),
    /**
     * Whether another try is in vain: desktops then offer none. Absent: it is not after `server`, `unreachable` and
     * reasons that this version does not know, and it is after all others.
     */
    permanent: v.optional(v.boolean()),
    /** The product's code for it. Shown with a reason that this version does not know, for agents to give to support. */
    code: v.optional(Line(40)),
  }),
] as const;

/** Delivery state of an agent's message. `failed` stays until the agent has it delivered again. */
export const Delivery = v.variant('state', [
  ...deliveries,
  v.looseObject({ state: noneOf(deliveries.map(({ entries }) => entries.state)) }),
]);
export type Delivery = v.InferOutput<typeof Delivery>;

/** A message of an agent. */
export const AgentMessage = v.object({
  kind: v.literal('agent'),
  ...position,
  from: AgentRef,
  text: ReceivedText,
  delivery: Delivery,
  /** The command that sent it, by which the sender's desktop recognises it. Absent for messages sent from elsewhere. */
  commandId: v.optional(Id),
});

/** An event of the conversation, shown in the transcript. */
export const TranscriptEvent = v.object({
  kind: v.literal('event'),
  ...position,
  event: openSet([
    'invited',
    'declined',
    'expired',
    'notAccepted',
    'redirected',
    'cancelled',
    'failed',
    'accepted',
    'handedOver',
    'assigned',
    'ended',
    'optedOut',
    'optedIn',
    'helpAsked',
  ]),
  /** The agent who owned the conversation when it happened. */
  by: v.optional(AgentRef),
  target: v.optional(TargetRef),
  /** The new owner. */
  acceptedBy: v.optional(AgentRef),
  /**
   * The member of a pool who has answered; with `redirected` the agent who is asked no more. Absent if the event is the
   * end of the transfer itself.
   */
  asked: v.optional(AgentRef),
  /** The agent who is asked next. */
  next: v.optional(AgentRef),
  /** With `failed`: why. */
  reason: v.optional(TransferFailure),
  /** With `declined`: why, if the agent gave a reason: its id, or the agent's own words. */
  declineReason: v.optional(v.string()),
});

const entries = [CustomerMessage, AgentMessage, TranscriptEvent] as const;

/** An entry of a conversation. Entries of an unknown kind count in the order, too. */
export const Message = v.variant('kind', [
  ...entries,
  v.looseObject({ kind: noneOf(entries.map((entry) => entry.entries.kind)), ...position }),
]);
export type CustomerMessage = v.InferOutput<typeof CustomerMessage>;
export type AgentMessage = v.InferOutput<typeof AgentMessage>;
export type TranscriptEvent = v.InferOutput<typeof TranscriptEvent>;
export type Message = v.InferOutput<typeof Message>;
/** An entry of a kind that this version does not know. */
export type UnknownMessage = Extract<Message, { kind: UnknownWord }>;

/** Consecutive messages of one conversation. */
export const MessagePage = v.object({
  interactionId: Id,
  /** In order of index. */
  messages: v.array(Message),
  /** Whether the conversation has messages before the first of these. */
  earlier: v.boolean(),
});
export type MessagePage = v.InferOutput<typeof MessagePage>;
