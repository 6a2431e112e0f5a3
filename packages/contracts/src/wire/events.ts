import * as v from 'valibot';
import { Agent, AgentRef, Id, Timestamp, Version } from '../domain/agent';
import { Interaction } from '../domain/interaction';
import { Invitation } from '../domain/invitation';
import { Message } from '../domain/message';
import { Notice } from '../domain/notice';
import { Target, TargetRef } from '../domain/target';
import { Transfer } from '../domain/transfer';

const event = <const T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.object({ type: v.literal(type), ...entries });

/**
 * What the contact centre tells an agent. Every event carries the whole new
 * value of its entity and that entity's version, so that any order and any
 * repetition folds to the same state.
 */
export const RoutingEvent = v.variant('type', [
  event('agent.state', { agent: Agent }),
  event('session.ended', { reason: v.picklist(['signedOut', 'replaced']) }),
  event('interaction.assigned', { interaction: Interaction, why: v.picklist(['transfer', 'inbound']) }),
  event('interaction.updated', { interaction: Interaction }),
  event('interaction.released', {
    interactionId: Id,
    version: Version,
    why: v.picklist(['transferred', 'completed', 'signedOut']),
    to: v.optional(AgentRef),
  }),
  event('messages.appended', { interactionId: Id, messages: v.array(Message), earlier: v.optional(v.boolean()) }),
  event('invitation.offered', { invitation: Invitation }),
  event('invitation.updated', { invitation: Invitation }),
  event('invitation.ended', { invitation: Invitation }),
  event('transfer.pending', { transfer: Transfer }),
  event('transfer.extended', { transfer: Transfer }),
  event('transfer.accepted', { transfer: Transfer }),
  event('transfer.declined', { transfer: Transfer }),
  event('transfer.expired', { transfer: Transfer }),
  event('transfer.cancelled', { transfer: Transfer }),
  event('transfer.failed', { transfer: Transfer }),
  event('transfer.dismissed', { transferId: Id, interactionId: Id, version: Version }),
  event('notice.posted', { notice: Notice }),
  event('notice.updated', { notice: Notice }),
  event('targets.changed', { targets: v.array(Target) }),
  event('favourites.changed', { favourites: v.array(TargetRef), version: Version }),
]);
export type RoutingEvent = v.InferOutput<typeof RoutingEvent>;
export type RoutingEventType = RoutingEvent['type'];
/** The event of one type. */
export type RoutingEventOf<T extends RoutingEventType> = Extract<RoutingEvent, { type: T }>;

/**
 * What one step of the contact centre means for one agent: all of it, or none.
 * The frame's cursor is the SSE id to resume from.
 */
export const EventFrame = v.object({
  v: v.literal(1),
  cursor: Version,
  /** The backend's clock when the step happened; screens measure their offset from it. */
  at: Timestamp,
  /** The command that caused the step, if one did. */
  commandId: v.optional(v.string()),
  events: v.array(RoutingEvent),
});
export type EventFrame = v.InferOutput<typeof EventFrame>;

/** Names of the server-sent events. `gap`: the cursor is too old, take a snapshot. */
export const streamEventNames = { frame: 'frame', heartbeat: 'heartbeat', gap: 'gap' } as const;

/**
 * Data of a heartbeat, which has no id. The first comes at once, so that a stream that is held back on its way is
 * known within seconds; the others `everyMs` apart, 15 s where that is left out.
 */
export const Heartbeat = v.object({ at: Timestamp, everyMs: v.optional(v.pipe(v.number(), v.minValue(1))) });
