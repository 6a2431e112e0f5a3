import type { Clock } from '@baton/contracts';
import type { Delivery } from '../contact-centre/inputs';
import type { StreamSink } from './port';

/** How often an open stream says that it is alive, in milliseconds. */
export const heartbeatMs = 5_000;

/** The event streams that are open. */
export interface Streams {
  /** Opens one; older streams of the same token close. Returns how to stop it. */
  open(stream: { token: string; agentId: string; sink: StreamSink }): () => void;
  publish(frames: readonly Delivery[]): void;
  /** Tells every stream that its place is lost, and closes it. */
  gap(): void;
  /** Tells every stream the time, out of turn. */
  tellTime(): void;
  /** Closes every stream, or those of one agent. */
  drop(agentId?: string): void;
  /** Whether the agent has one. */
  following(agentId: string): boolean;
  /** Whether the token has one. */
  has(token: string): boolean;
  /** How many are open. */
  size(): number;
}

export interface StreamsOptions {
  /** Whose timers beat. */
  clock: Clock;
  /** The contact centre's time, told by heartbeats. */
  now(): number;
  /** An agent's first stream opened, or the last one closed. */
  onChange(agentId: string, following: boolean): void;
}

interface Stream {
  agentId: string;
  token: string;
  sink: StreamSink;
  stop: () => void;
}

export function createStreams({ clock, now, onChange }: StreamsOptions): Streams {
  const streams = new Set<Stream>();

  const following: Streams['following'] = (agentId) => [...streams].some((stream) => stream.agentId === agentId);

  function end({ stop, sink }: Stream) {
    stop();
    sink.close();
  }

  return {
    open({ agentId, token, sink }) {
      const older = [...streams].filter((stream) => stream.token === token);
      const first = !following(agentId);
      const beat = () => {
        sink.heartbeat(now());
        cancelBeat = clock.setTimeout(beat, heartbeatMs);
      };
      let cancelBeat = () => undefined as void;
      const stream: Stream = {
        agentId,
        token,
        sink,
        stop() {
          if (!streams.delete(stream)) return;
          cancelBeat();
          if (!following(agentId)) onChange(agentId, false);
        },
      };
      streams.add(stream);
      older.forEach(end);
      if (first) onChange(agentId, true);
      // At once, so that the client knows that the stream stands and what time it is.
      beat();
      return stream.stop;
    },
    publish(frames) {
      for (const { agentId, frame } of frames) {
        for (const stream of streams) if (stream.agentId === agentId) stream.sink.frame(frame);
      }
    },
    gap() {
      for (const stream of [...streams]) {
        stream.sink.gap();
        end(stream);
      }
    },
    tellTime() {
      for (const { sink } of streams) sink.heartbeat(now());
    },
    drop: (agentId) =>
      [...streams].filter((stream) => agentId === undefined || stream.agentId === agentId).forEach(end),
    following,
    has: (token) => [...streams].some((stream) => stream.token === token),
    size: () => streams.size,
  };
}
