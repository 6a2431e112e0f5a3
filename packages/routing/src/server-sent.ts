import { EventFrame, Heartbeat, RoutingEvent, streamEventNames } from '@baton/contracts';
import type { EventSourceMessage } from 'eventsource-parser';
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

/** What a server-sent event means to us. */
export type Signal =
  | { kind: 'frame'; frame: EventFrame }
  | { kind: 'heartbeat'; at: number }
  /** The backend cannot resume here, or says something that cannot be understood. */
  | { kind: 'gap' }
  /** Nothing we know of. */
  | { kind: 'other' };

/**
 * Checks an event where it enters. A frame that does not fit its schema is as
 * good as a lost one: half of it is never applied.
 */
export function signalFrom({ event, data }: EventSourceMessage): Signal {
  switch (event) {
    case streamEventNames.frame: {
      const frame = v.safeParse(FrameOfAnyAge, parse(data));
      return frame.success ? { kind: 'frame', frame: frame.output } : { kind: 'gap' };
    }
    case streamEventNames.heartbeat: {
      const heartbeat = v.safeParse(Heartbeat, parse(data));
      return heartbeat.success ? { kind: 'heartbeat', at: heartbeat.output.at } : { kind: 'other' };
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
