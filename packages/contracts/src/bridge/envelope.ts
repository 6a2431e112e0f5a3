import * as v from 'valibot';
import type { BusErrorCode } from '../bus/event-bus';

/** The version of the bridge that this code speaks. */
export const bridgeVersion = 1;

/** The shape of a bridge message in every version, so that both sides can always report a version mismatch. */
export const Envelope = v.object({
  source: v.literal('baton'),
  v: v.number(),
  type: v.string(),
  id: v.string(),
  payload: v.unknown(),
});
export type Envelope = v.InferOutput<typeof Envelope>;

/** A message of this version. `id` is counted by the sender; an `answer` has the id of the message it answers. */
export function message<const T extends string, P extends v.GenericSchema>(type: T, payload: P) {
  return v.object({
    source: v.literal('baton'),
    v: v.literal(bridgeVersion),
    type: v.literal(type),
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
    payload,
  });
}

const busErrors = ['noResponder', 'timeout', 'cancelled', 'responderFailed'] as const satisfies readonly BusErrorCode[];

/** The answer to a request, in either direction. */
export const answer = message(
  'answer',
  v.variant('ok', [
    v.object({ ok: v.literal(true), value: v.optional(v.unknown()) }),
    v.object({ ok: v.literal(false), code: v.picklist(busErrors), message: v.pipe(v.string(), v.maxLength(500)) }),
  ]),
);
