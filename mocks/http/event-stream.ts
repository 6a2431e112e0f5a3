import { streamEventNames } from '@baton/contracts';
import type { EventFrame } from '@baton/contracts';
import type { StreamSink } from '../service/port';
import { heartbeatMs } from '../service/streams';

/** How far a client may lag behind before its stream is closed. It still gets what was written, and can resume from there. */
export const maxLagBytes = 1024 * 1024;

/** Keeps gateways from transforming the body, and nginx from buffering it: events must not be held back. */
export const eventStreamHeaders = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** An event stream to one client. */
export interface EventStream {
  body: ReadableStream<Uint8Array>;
  sink: StreamSink;
  /** Calls back once when the client is gone. */
  onGone(callback: () => void): void;
}

/** Writes server-sent events. `checkFrame` is called with each frame before it is written. */
export function createEventStream(checkFrame: (frame: EventFrame) => void): EventStream {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  let output: ReadableStreamDefaultController<Uint8Array> | undefined;

  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => void (output = controller),
      cancel() {
        output = undefined;
        gone.abort();
      },
    },
    { highWaterMark: maxLagBytes, size: ({ byteLength }) => byteLength },
  );

  function write(fields: { id?: number; event: string; data: unknown }) {
    if (!output) return;
    const id = fields.id === undefined ? '' : `id: ${fields.id}\n`;
    output.enqueue(encoder.encode(`${id}event: ${fields.event}\ndata: ${JSON.stringify(fields.data)}\n\n`));
    if ((output.desiredSize ?? 0) <= 0) close();
  }

  function close() {
    output?.close();
    output = undefined;
    gone.abort();
  }

  return {
    body,
    sink: {
      frame(frame) {
        checkFrame(frame);
        write({ id: frame.cursor, event: streamEventNames.frame, data: frame });
      },
      heartbeat: (at) => write({ event: streamEventNames.heartbeat, data: { at, everyMs: heartbeatMs } }),
      gap: () => write({ event: streamEventNames.gap, data: {} }),
      close,
    },
    onGone(callback) {
      if (gone.signal.aborted) callback();
      else gone.signal.addEventListener('abort', callback, { once: true });
    },
  };
}
