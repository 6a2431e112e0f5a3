import type { StreamListener } from '@baton/contracts';
import type { Signal } from './server-sent';

/** One window's end of an event stream, its own or a shared one. */
export interface Receiver {
  /** The cursor of the last frame that was handed on. */
  position(): number;
  take(signal: Signal): void;
  /** Whoever has the stream hears it. */
  opened(): void;
  broke(retryInMs: number): void;
}

/** Hands each frame on once, in order, whatever stream or window it comes from. Nothing more once `signal` has aborted. */
export function createReceiver(cursor: number, listener: StreamListener, signal: AbortSignal): Receiver {
  let position = cursor;
  let isOpen = false;

  function opened() {
    if (isOpen || signal.aborted) return;
    isOpen = true;
    listener.onOpen();
  }

  return {
    position: () => position,
    opened,
    take(said) {
      if (signal.aborted || said.kind === 'other') return;
      if (said.kind === 'gap') return listener.onGap();
      opened();
      if (said.kind === 'heartbeat') return listener.onTime(said.at);
      if (said.frame.cursor <= position) return;
      position = said.frame.cursor;
      listener.onFrame(said.frame);
    },
    broke(retryInMs) {
      isOpen = false;
      if (!signal.aborted) listener.onBreak(retryInMs);
    },
  };
}
