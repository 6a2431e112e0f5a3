import * as v from 'valibot';
import { TargetKind } from '../domain/target';
import { Traceparent } from '../domain/trace';
import { transferFailures } from '../domain/transfer';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** In milliseconds. */
const durationMs = v.pipe(v.number(), v.minValue(0));
/** Made by the host's `hashId`; absent without one. */
const hashed = v.optional(v.string());

const event = <const N extends string, E extends v.ObjectEntries>(name: N, attributes: E) =>
  v.strictObject({
    name: v.literal(name),
    attributes: v.strictObject(attributes),
    /** The trace that it belongs to. */
    traceparent: v.optional(Traceparent),
  });

const transfer = { targetKind: TargetKind, interaction: hashed, target: hashed };
/** From asking for it. */
const ended = { ...transfer, durationMs };
const preview = { kind: v.picklist(['transfer', 'inbound']), interaction: hashed };
/** From the offer. */
const answered = { ...preview, durationMs };

/** The version is that of its code, once it is known. */
const moduleOf = { module: v.string(), version: v.optional(v.string()) };

/**
 * What Baton measures: kinds, counts and durations; never message text, names,
 * numbers, or ids that the host's `hashId` has not made unrecognisable. Each is
 * told once, by the window that acted; where nobody acted, by one of the
 * browser profile.
 */
export const TelemetryEvent = v.variant('name', [
  event('baton.transfer.requested', transfer),
  event('baton.transfer.accepted', ended),
  event('baton.transfer.declined', ended),
  event('baton.transfer.timed_out', ended),
  event('baton.transfer.cancelled', ended),
  event('baton.transfer.failed', { ...ended, reason: v.picklist(transferFailures) }),
  /** An invitation has reached the desktop. */
  event('baton.preview.shown', preview),
  event('baton.preview.extended', answered),
  event('baton.preview.accepted', answered),
  event('baton.preview.rejected', answered),
  /** It ended without the agent's answer. */
  event('baton.preview.missed', {
    ...answered,
    reason: v.picklist(['expired', 'withdrawn', 'revoked', 'conversationEnded']),
  }),
  /** A module stands; from asking for its code. */
  event('baton.module.mounted', { ...moduleOf, durationMs }),
  /** A module did not come or could not go on. `reference` is what the agent sees. */
  event('baton.module.crashed', { ...moduleOf, reference: v.string(), during: v.picklist(['loading', 'use']) }),
  /** Team Communicator has got the first page of an answer. `targetKind`: what was looked for. */
  event('baton.search.performed', {
    targetKind: v.picklist(['all', ...TargetKind.options]),
    resultCount: count,
    durationMs,
  }),
]);
export type TelemetryEvent = v.InferOutput<typeof TelemetryEvent>;

/** Attributes by the event's name. */
export type TelemetryAttributes = { [E in TelemetryEvent as E['name']]: E['attributes'] };

/** Takes measurements. */
export interface Telemetry {
  /**
   * May return the W3C `traceparent` under which it has recorded the event. That of
   * `baton.transfer.requested` goes with the hand-over to the colleague, and what both
   * sides measure afterwards carries it; without one Baton makes one.
   */
  emit(event: TelemetryEvent): string | undefined | void;
}
