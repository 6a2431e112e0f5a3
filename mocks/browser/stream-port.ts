import * as v from 'valibot';
import { EventFrame } from '@baton/contracts';
import type { StreamSink } from '../service/port';

// An event stream between worker and page has a message port of its own. Any message from the page ends the stream.

/** The worker's messages. */
const StreamMessage = v.variant('kind', [
  v.object({ kind: v.literal('frame'), frame: EventFrame }),
  v.object({ kind: v.literal('heartbeat'), at: v.number() }),
  v.object({ kind: v.literal('gap') }),
  v.object({ kind: v.literal('close') }),
]);

/** The worker's end: a sink that posts to the port. */
export function sinkToPort(port: MessagePort): StreamSink {
  const post = (message: v.InferInput<typeof StreamMessage>) => port.postMessage(message);
  return {
    frame: (frame) => post({ kind: 'frame', frame }),
    heartbeat: (at) => post({ kind: 'heartbeat', at }),
    gap: () => post({ kind: 'gap' }),
    close: () => post({ kind: 'close' }),
  };
}

/** The page's end: writes the worker's messages to the sink. Returns a function that ends the stream. */
export function portToSink(sink: StreamSink, port: MessagePort): () => void {
  port.onmessage = ({ data }) => {
    const message = v.parse(StreamMessage, data);
    if (message.kind === 'frame') sink.frame(message.frame);
    else if (message.kind === 'heartbeat') sink.heartbeat(message.at);
    else if (message.kind === 'gap') sink.gap();
    else {
      port.close();
      sink.close();
    }
  };
  return () => {
    port.onmessage = null;
    port.postMessage('end');
    port.close();
  };
}
