import * as v from 'valibot';
import { Agent, Id, Timestamp, Version } from '../domain/agent';
import { Interaction } from '../domain/interaction';
import { Invitation } from '../domain/invitation';
import { Message } from '../domain/message';
import { Notice } from '../domain/notice';
import { noneOf, openSet } from '../domain/open-set';
import { Target, TargetRef } from '../domain/target';
import { Transfer } from '../domain/transfer';

const event = <const T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.object({ type: v.literal(type), ...entries });

const events = [
  event('agent.state', { agent: Agent }),
  event('session.ended', { reason: openSet(['signedOut', 'replaced']) }),
  event('interaction.assigned', { interaction: Interaction, why: openSet(['transfer', 'inbound', 'outbound']) }),
  event('interaction.updated', { interaction: Interaction }),
  event('interaction.released', {
    interactionId: Id,
    version: Version,
    why: openSet(['transferred', 'completed', 'signedOut']),
    /** The new owner: an agent, or the target that got it without an acceptance. */
    to: v.optional(TargetRef),
  }),
  event('messages.appended', { interactionId: Id, messages: v.array(Message), earlier: v.optional(v.boolean()) }),
  event('invitation.offered', { invitation: Invitation }),
  event('invitation.updated', { invitation: Invitation }),
  event('invitation.ended', { invitation: Invitation }),
  event('transfer.pending', { transfer: Transfer }),
  event('transfer.extended', { transfer: Transfer }),
  event('transfer.accepted', { transfer: Transfer }),
  event('transfer.handedOver', { transfer: Transfer }),
  event('transfer.declined', { transfer: Transfer }),
  event('transfer.expired', { transfer: Transfer }),
  event('transfer.notAccepted', { transfer: Transfer }),
  event('transfer.cancelled', { transfer: Transfer }),
  event('transfer.failed', { transfer: Transfer }),
  event('transfer.dismissed', { transferId: Id, interactionId: Id, version: Version }),
  event('notice.posted', { notice: Notice }),
  event('notice.updated', { notice: Notice }),
  event('notice.deleted', { noticeId: Id, version: Version }),
  event('targets.changed', { targets: v.array(Target) }),
  event('favourites.changed', { favourites: v.array(TargetRef), version: Version }),
] as const;

/**
 * An event of the contact centre for an agent. Every event carries the whole new value of its entity with its version,
 * so that any order and any repetition leads to the same state. Events of an unknown type are ignored.
 */
export const RoutingEvent = v.variant('type', [
  ...events,
  v.looseObject({ type: noneOf(events.map(({ entries }) => entries.type)) }),
]);
export type RoutingEvent = v.InferOutput<typeof RoutingEvent>;
export type RoutingEventType = RoutingEvent['type'];
/** The event of one type. */
export type RoutingEventOf<T extends RoutingEventType> = Extract<RoutingEvent, { type: T }>;

/**
 * All events of one step of the contact centre for one agent, applied together. The cursor is the SSE id to resume
 * from.
 */
export const EventFrame = v.object({
  // Closed: another number is an incompatible wire format.
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
 * Data of a heartbeat, which has no id. The first is sent at once, so that a stream that a proxy buffers is detected
 * within seconds; the others follow every `everyMs`, by default 15 s.
 */
export const Heartbeat = v.object({ at: Timestamp, everyMs: v.optional(v.pipe(v.number(), v.minValue(1))) });
