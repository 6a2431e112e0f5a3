import type { EventFrame, RoutingError, StreamListener } from '@baton/contracts';
import { safely } from '@baton/runtime';

/** The event stream of an agent, for all followers. */
export interface FrameStream {
  /** Sends a frame, which has the next cursor, to all followers. */
  tell(frame: EventFrame): void;
  /** As `follow` of `RoutingBackend`. Missed frames are delivered asynchronously. */
  follow(cursor: number, listener: StreamListener, signal: AbortSignal): void;
  /** The connection to the product is lost; the next attempt follows in `retryInMs`. */
  broke(retryInMs: number): void;
  /** The connection to the product is restored. */
  restored(): void;
  /** Ends the session of all followers. */
  lost(error: RoutingError): void;
  /** Stops all followers, and accepts no new ones. */
  close(): void;
}

interface Follower {
  cursor: number;
  listener: StreamListener;
  stop(): void;
}

/** How many frames are kept for followers that resume from an earlier position. */
const maxFrames = 500;

/** Makes a stream whose first frame follows the position `start`. */
export function createFrameStream(start: number): FrameStream {
  const followers = new Set<Follower>();
  let frames: readonly EventFrame[] = [];
  let oldest = start;
  let newest = start;
  /** Set while the connection to the product is lost. */
  let broken: { retryInMs: number } | undefined;
  let isClosed = false;

  /** Delivers frames one by one, so that a frame that a listener causes does not overtake earlier ones. */
  function catchUp(follower: Follower): void {
    for (;;) {
      const frame = frames.find(({ cursor }) => cursor > follower.cursor);
      if (!frame || !followers.has(follower)) return;
      follower.cursor = frame.cursor;
      safely(() => follower.listener.onFrame(frame));
    }
  }

  function begin(follower: Follower): void {
    const { cursor, listener } = follower;
    if (cursor < oldest || cursor > newest) {
      follower.stop();
      safely(() => listener.onGap());
      return;
    }
    followers.add(follower);
    catchUp(follower);
    if (!followers.has(follower)) return;
    safely(() => (broken ? listener.onBreak(broken.retryInMs) : listener.onOpen()));
  }

  const each = (call: (listener: StreamListener) => void) => {
    for (const { listener } of [...followers]) safely(() => call(listener));
  };
  const stopAll = () => followers.forEach(({ stop }) => stop());

  return {
    tell(frame) {
      newest = frame.cursor;
      oldest = frames.length < maxFrames ? oldest : (frames[0]?.cursor ?? oldest);
      frames = [...frames.slice(-(maxFrames - 1)), frame];
      [...followers].forEach(catchUp);
    },
    follow(cursor, listener, signal) {
      if (signal.aborted || isClosed) return;
      const stop = () => {
        signal.removeEventListener('abort', stop);
        followers.delete(follower);
      };
      const follower: Follower = { cursor, listener, stop };
      signal.addEventListener('abort', stop, { once: true });
      queueMicrotask(() => {
        if (isClosed) stop();
        else if (!signal.aborted) begin(follower);
      });
    },
    broke(retryInMs) {
      broken = { retryInMs };
      each((listener) => listener.onBreak(retryInMs));
    },
    restored() {
      if (broken) each((listener) => listener.onOpen());
      broken = undefined;
    },
    lost(error) {
      const listeners = Array.from(followers, ({ listener }) => listener);
      stopAll();
      for (const listener of listeners) safely(() => listener.onLost(error));
    },
    close() {
      isClosed = true;
      stopAll();
    },
  };
}
