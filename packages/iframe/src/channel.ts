import type { FrameMessage, ParentMessage, PayloadOf } from '@baton/contracts/bridge';
import { isFrameMessage } from './check';

type Payloads = { [M in FrameMessage as M['type']]: M['payload'] };

/** What the page does with each kind of message. */
export type Handlers = { [T in keyof Payloads]: (payload: Payloads[T], channel: Channel, id: string) => void };

/** The private line to the frame: one end of a MessageChannel whose other end went to the frame's window, at its origin only. */
export interface Channel {
  /** Says something; returns the message's id. */
  send<T extends ParentMessage['type']>(type: T, payload: PayloadOf<ParentMessage, T>, id?: string): string;
  /** Answers the message `id` with what `work` gives. Why it fails is the page's business: that may hold what the frame must not know. */
  answer(id: string, work: () => Promise<unknown>): void;
  close(): void;
}

/**
 * Greets the frame with `connect` and the other end of a new line.
 *
 * @param onTrouble called for what is no message of the bridge, and with the cause for what could not be done
 */
export function connect(
  frame: Window,
  origin: string,
  greeting: PayloadOf<ParentMessage, 'connect'>,
  handlers: Handlers,
  onTrouble: (cause?: unknown) => void,
): Channel {
  const { port1, port2 } = new MessageChannel();
  let sent = 0;
  const envelope = (type: string, payload: object, id: string) => ({ source: 'baton', v: 1, type, id, payload });
  const handle = <T extends keyof Payloads>(said: { type: T; payload: Payloads[T]; id: string }) =>
    handlers[said.type](said.payload, channel, said.id);

  const channel: Channel = {
    send(type, payload, id = String((sent += 1))) {
      port1.postMessage(envelope(type, payload, id));
      return id;
    },
    answer(id, work) {
      work()
        .then((value) => channel.send('answer', { ok: true, value }, id))
        .catch((cause) => {
          channel.send('answer', { ok: false, code: 'responderFailed', message: '' }, id);
          onTrouble(cause);
        });
    },
    close: () => port1.close(),
  };

  port1.onmessage = ({ data }) => {
    try {
      if (isFrameMessage(data)) handle(data);
      else onTrouble();
    } catch (cause) {
      onTrouble(cause);
    }
  };
  frame.postMessage(envelope('connect', greeting, '0'), origin, [port2]);
  return channel;
}
