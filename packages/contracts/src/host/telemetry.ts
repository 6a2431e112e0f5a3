import * as v from 'valibot';
import { openSet } from '../domain/open-set';
import { TargetKind, targetKinds } from '../domain/target';
import { Traceparent } from '../domain/trace';
import { TransferFailure } from '../domain/transfer';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** In milliseconds. */
const durationMs = v.pipe(v.number(), v.minValue(0));
/** Hashed with the host's `hashId`; absent without one. */
const hashed = v.optional(v.string());

const event = <const N extends string, E extends v.ObjectEntries>(name: N, attributes: E) =>
  v.strictObject({
    name: v.literal(name),
    attributes: v.strictObject(attributes),
    /** The trace that it belongs to. */
    traceparent: v.optional(Traceparent),
  });

const transfer = { targetKind: TargetKind, interaction: hashed, target: hashed };
/** `durationMs`: since the request. */
const ended = { ...transfer, durationMs };
const preview = { kind: openSet(['transfer', 'return', 'inbound']), interaction: hashed };
/** `durationMs`: since the offer. */
const answered = { ...preview, durationMs };

/** `version`: of the module's code, once known. */
const moduleOf = { module: v.string(), version: v.optional(v.string()) };

/**
 * The events that Baton reports: kinds, counts and durations; never message texts, names, numbers, or ids that are not
 * hashed with the host's `hashId`. Each event is reported once, by the window in which the agent acted; other events by
 * one window of the browser profile.
 */
export const TelemetryEvent = v.variant('name', [
  event('baton.transfer.requested', transfer),
  event('baton.transfer.accepted', ended),
  event('baton.transfer.handed_over', ended),
  event('baton.transfer.declined', ended),
  event('baton.transfer.not_accepted', ended),
  event('baton.transfer.expired', ended),
  event('baton.transfer.cancelled', ended),
  event('baton.transfer.failed', { ...ended, reason: TransferFailure }),
  /** An invitation has reached the desktop. */
  event('baton.preview.shown', preview),
  event('baton.preview.extended', answered),
  event('baton.preview.accepted', answered),
  event('baton.preview.declined', answered),
  /** The invitation ended without an answer of the agent. */
  event('baton.preview.missed', {
    ...answered,
    reason: openSet(['expired', 'withdrawn', 'revoked', 'conversationEnded']),
  }),
  /** A module was mounted. `durationMs`: since the request for its code. */
  event('baton.module.mounted', { ...moduleOf, durationMs }),
  /** A module could not be loaded, or has crashed. `reference` is shown to the agent. */
  event('baton.module.crashed', { ...moduleOf, reference: v.string(), during: v.picklist(['loading', 'use']) }),
  /** Team Communicator has received the first page of a search. `targetKind`: the kind that was searched for. */
  event('baton.search.performed', {
    targetKind: v.picklist(['all', ...targetKinds]),
    resultCount: count,
    durationMs,
  }),
]);
export type TelemetryEvent = v.InferOutput<typeof TelemetryEvent>;

/** Attributes by the event's name. */
export type TelemetryAttributes = { [E in TelemetryEvent as E['name']]: E['attributes'] };

/** Receives telemetry events. */
export interface Telemetry {
  /**
   * May return the W3C `traceparent` under which the event was recorded. The one of `baton.transfer.requested` is sent
   * with the transfer, and all later events of both sides carry it. Baton makes one if none is returned.
   */
  emit(event: TelemetryEvent): string | undefined | void;
}
