import type { Clock } from '@baton/contracts';
import type { AgentFrame } from '../contact-centre/inputs';
import type { StreamSink } from './port';

/** How often an open stream sends a heartbeat, in milliseconds. */
export const heartbeatMs = 5_000;

/** The event streams that are open. */
export interface Streams {
  /** Opens one; older streams of the same token close. Returns how to stop it. */
  open(stream: { token: string; agentId: string; sink: StreamSink }): () => void;
  publish(frames: readonly AgentFrame[]): void;
  /** Sends every stream a gap, and closes it. */
  gap(): void;
  /** Sends every stream a heartbeat now. */
  sendTime(): void;
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
  /** The device's clock, which times the heartbeats. */
  clock: Clock;
  /** The rate of the contact centre's clock: clients who follow it expect heartbeats that much more often. */
  rate(): number;
  /** The contact centre's time, which heartbeats carry. */
  now(): number;
  /** Called when an agent's first stream opens, and when the last one closes. */
  onChange(agentId: string, following: boolean): void;
}

interface Stream {
  agentId: string;
  token: string;
  sink: StreamSink;
  /** Tells the time, now and from now on. */
  beat: () => void;
  stop: () => void;
}

export function createStreams({ clock, rate, now, onChange }: StreamsOptions): Streams {
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
        cancelBeat();
        sink.heartbeat(now());
        cancelBeat = clock.setTimeout(beat, heartbeatMs / Math.max(1, rate()));
      };
      let cancelBeat = () => undefined as void;
      const stream: Stream = {
        agentId,
        token,
        sink,
        beat,
        stop() {
          if (!streams.delete(stream)) return;
          cancelBeat();
          if (!following(agentId)) onChange(agentId, false);
        },
      };
      streams.add(stream);
      older.forEach(end);
      if (first) onChange(agentId, true);
      // At once: the client learns that the stream is open, and the time.
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
    sendTime() {
      for (const { beat } of streams) beat();
    },
    drop: (agentId) =>
      [...streams].filter((stream) => agentId === undefined || stream.agentId === agentId).forEach(end),
    following,
    has: (token) => [...streams].some((stream) => stream.token === token),
    size: () => streams.size,
  };
}
