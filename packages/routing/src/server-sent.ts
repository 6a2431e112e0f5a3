import { EventFrame, Heartbeat, RoutingEvent, streamEventNames } from '@baton/contracts';
import * as v from 'valibot';

/** Types of events that this desktop knows. */
const known = new Set<string>(RoutingEvent.options.map(({ entries }) => entries.type.literal));

/**
 * A frame as a newer backend may send it. Events of types that came later than
 * this desktop are left out: a snapshot in their place would come with each of
 * them, and could not tell more.
 */
const FrameOfAnyAge = v.object({
  ...EventFrame.entries,
  events: v.pipe(
    v.array(v.looseObject({ type: v.string() })),
    v.transform((events) => events.filter(({ type }) => known.has(type))),
    EventFrame.entries.events,
  ),
});

/** Between heartbeats that do not say. */
const usualHeartbeatMs = 15_000;

/** How long a stream may be silent, in ms, whose heartbeats come every `everyMs`: two missed, and some patience. */
export function patienceMs(everyMs = usualHeartbeatMs): number {
  return 2 * everyMs + 2_500;
}

/** How long it may be silent after its first heartbeat: what is held back lets that one pass, and nothing after it. */
export function firstPatienceMs(everyMs: number): number {
  return everyMs + 2_500;
}

/** A server-sent event, unread: as it passes from window to window, whose versions may differ. */
export interface Said {
  event: string;
  data: string;
}

/** What a server-sent event means to us. */
export type Signal =
  | { kind: 'frame'; frame: EventFrame }
  /** `everyMs`: how long until the next. */
  | { kind: 'heartbeat'; at: number; everyMs: number }
  /** The backend cannot resume here, or says something that cannot be understood. */
  | { kind: 'gap' }
  /** Nothing we know of. */
  | { kind: 'other' };

/**
 * Checks an event where it enters. A frame that does not fit its schema is as
 * good as a lost one: half of it is never applied.
 */
export function signalFrom({ event, data }: Said): Signal {
  switch (event) {
    case streamEventNames.frame: {
      const frame = v.safeParse(FrameOfAnyAge, parse(data));
      return frame.success ? { kind: 'frame', frame: frame.output } : { kind: 'gap' };
    }
    case streamEventNames.heartbeat: {
      const heartbeat = v.safeParse(Heartbeat, parse(data));
      if (!heartbeat.success) return { kind: 'other' };
      const { at, everyMs = usualHeartbeatMs } = heartbeat.output;
      return { kind: 'heartbeat', at, everyMs };
    }
    case streamEventNames.gap:
      return { kind: 'gap' };
    default:
      return { kind: 'other' };
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
