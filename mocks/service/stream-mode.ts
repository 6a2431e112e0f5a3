import type { Clock } from '@baton/contracts';
import type { StreamMode } from '../control/network-settings';
import type { StreamSink } from './port';

/** How long a buffering network holds back what is on its way, in milliseconds. */
const bufferMs = 10_000;

/** How long a frame waits for the one that overtakes it, in milliseconds. */
const overtakeMs = 2000;

/** A stream as the network delivers it. */
export interface ReshapedSink extends StreamSink {
  /** Delivers what is held back. */
  release(): void;
  /** Forgets what is held back. */
  forget(): void;
}

export interface ReshapeOptions {
  /** The device's clock. */
  clock: Clock;
  mode(): StreamMode;
  onClose(): void;
}

/** Puts the network between a stream and its reader. */
export function reshape(sink: StreamSink, { clock, mode, onClose }: ReshapeOptions): ReshapedSink {
  let held: readonly (() => void)[] = [];
  let cancel = () => undefined as void;

  function forget() {
    cancel();
    held = [];
  }

  function release() {
    const waiting = held;
    forget();
    for (const deliver of waiting) deliver();
  }

  function hold(deliver: () => void, ms: number) {
    if (held.length === 0) cancel = clock.setTimeout(release, ms);
    held = [...held, deliver];
  }

  return {
    release,
    forget,
    frame(frame) {
      const deliver = () => sink.frame(frame);
      switch (mode()) {
        case 'live':
          return deliver();
        case 'muted':
          return;
        case 'buffered':
          return hold(deliver, bufferMs);
        case 'reordered':
          if (held.length === 0) return hold(deliver, overtakeMs);
          held = [deliver, ...held];
          return release();
      }
    },
    heartbeat(at) {
      if (mode() === 'buffered') hold(() => sink.heartbeat(at), bufferMs);
      else if (mode() !== 'muted') sink.heartbeat(at);
    },
    gap() {
      if (mode() !== 'muted') sink.gap();
    },
    close() {
      // What was on its way still arrives: a client resumes after the last frame that it has.
      release();
      onClose();
      sink.close();
    },
  };
}
