import { EventFrame, Heartbeat, streamEventNames } from '@baton/contracts';
import * as v from 'valibot';

/** Interval of heartbeats that do not name one. */
const defaultHeartbeatMs = 15_000;

/** How long a stream with heartbeats every `everyMs` may be silent: two missed heartbeats and some tolerance. */
export function maxSilenceMs(everyMs = defaultHeartbeatMs): number {
  return 2 * everyMs + 2_500;
}

/**
 * The same after the first heartbeat: shorter, because a proxy that buffers may let that one pass and nothing after it.
 */
export function maxFirstSilenceMs(everyMs: number): number {
  return everyMs + 2_500;
}

/** A server-sent event before parsing. Windows pass it on in this form, because their versions may differ. */
export interface RawEvent {
  event: string;
  data: string;
}

/** A parsed server-sent event. */
export type StreamEvent =
  | { kind: 'frame'; frame: EventFrame }
  /** `everyMs`: the time until the next one. */
  | { kind: 'heartbeat'; at: number; everyMs: number }
  /** The backend cannot resume at the cursor, or has sent a malformed frame. */
  | { kind: 'gap' }
  /** An unknown event. */
  | { kind: 'other' };

/**
 * Parses and validates an event. A frame that does not fit its schema counts as lost: it is never applied in part.
 */
export function parseEvent({ event, data }: RawEvent): StreamEvent {
  switch (event) {
    case streamEventNames.frame: {
      const frame = v.safeParse(EventFrame, parse(data));
      return frame.success ? { kind: 'frame', frame: frame.output } : { kind: 'gap' };
    }
    case streamEventNames.heartbeat: {
      const heartbeat = v.safeParse(Heartbeat, parse(data));
      if (!heartbeat.success) return { kind: 'other' };
      const { at, everyMs = defaultHeartbeatMs } = heartbeat.output;
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

/**
 * Converts line ends to LF, in text that arrives in chunks. A CR at the end of a chunk may be half of a CRLF; the parser
 * would hold back that line, and the event before it, until the next chunk.
 */
export function lineEnds(): (chunk: string) => string {
  let afterCr = false;
  return (chunk) => {
    const text = afterCr && chunk.startsWith('\n') ? chunk.slice(1) : chunk;
    if (chunk !== '') afterCr = chunk.endsWith('\r');
    return text.replaceAll(/\r\n?/g, '\n');
  };
}
