import type { StreamListener } from '@baton/contracts';
import type { StreamEvent } from './stream-events';

/** Receives the event stream of one window, its own or a shared one. */
export interface Receiver {
  /** The cursor of the last frame that was passed on. */
  position(): number;
  take(event: StreamEvent): void;
  /** Data arrives on the stream, in this window or in the one that holds it. */
  opened(): void;
  broke(retryInMs: number): void;
}

/** Passes each frame on once, in order, from any stream or window; nothing after `signal` has aborted. */
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
    take(event) {
      if (signal.aborted || event.kind === 'other') return;
      if (event.kind === 'gap') return listener.onGap();
      opened();
      if (event.kind === 'heartbeat') return listener.onTime(event.at);
      if (event.frame.cursor <= position) return;
      position = event.frame.cursor;
      listener.onFrame(event.frame);
    },
    broke(retryInMs) {
      isOpen = false;
      if (!signal.aborted) listener.onBreak(retryInMs);
    },
  };
}
