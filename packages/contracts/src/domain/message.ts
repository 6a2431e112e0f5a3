import * as v from 'valibot';
import { AgentRef, Id, Name, Timestamp, Version } from './agent';
import { TargetRef } from './target';
import { ToldText } from './text';
import { transferFailures } from './transfer';

/** Place in the conversation, counted from 0 without gaps. */
export const MessageIndex = v.pipe(v.number(), v.integer(), v.minValue(0));

const position = {
  index: MessageIndex,
  version: Version,
  at: Timestamp,
};

/** What the customer wrote. */
export const CustomerMessage = v.object({
  kind: v.literal('customer'),
  ...position,
  name: Name,
  text: ToldText,
});

export const deliveryFailures = ['blocked', 'number', 'server'] as const;
export type DeliveryFailure = (typeof deliveryFailures)[number];

/** How far an agent's message has come. `failed` stays until its agent has it delivered again. */
export const Delivery = v.variant('state', [
  v.object({ state: v.picklist(['sent', 'delivered']) }),
  v.object({ state: v.literal('failed'), reason: v.picklist(deliveryFailures) }),
]);
export type Delivery = v.InferOutput<typeof Delivery>;

/** What an agent wrote. */
export const AgentMessage = v.object({
  kind: v.literal('agent'),
  ...position,
  from: AgentRef,
  text: ToldText,
  delivery: Delivery,
  /** The command that sent it, so that its sender recognises it. */
  commandId: Id,
});

/** What happened to the conversation, told in the transcript. */
export const TranscriptEvent = v.object({
  kind: v.literal('event'),
  ...position,
  event: v.picklist(['invited', 'declined', 'expired', 'cancelled', 'failed', 'accepted', 'assigned', 'ended']),
  /** The agent who owned the conversation when it happened. */
  by: v.optional(AgentRef),
  target: v.optional(TargetRef),
  /** Who took it over. */
  acceptedBy: v.optional(AgentRef),
  /** The member of a pool whose answer it is; without one, the transfer itself has ended so. */
  asked: v.optional(AgentRef),
  /** Who is asked next. */
  next: v.optional(AgentRef),
  /** With `failed`: why. */
  reason: v.optional(v.picklist(transferFailures)),
});

/** One entry of a conversation. */
export const Message = v.variant('kind', [CustomerMessage, AgentMessage, TranscriptEvent]);
export type CustomerMessage = v.InferOutput<typeof CustomerMessage>;
export type AgentMessage = v.InferOutput<typeof AgentMessage>;
export type TranscriptEvent = v.InferOutput<typeof TranscriptEvent>;
export type Message = v.InferOutput<typeof Message>;

/** Messages that came together, of one conversation. */
export const MessagePage = v.object({
  interactionId: Id,
  /** In order of index. */
  messages: v.array(Message),
  /** Whether the conversation has messages before the first of these. */
  earlier: v.boolean(),
});
export type MessagePage = v.InferOutput<typeof MessagePage>;
