import type { FrameMessage, ParentMessage, PayloadOf } from '@baton/contracts/bridge';
import { isFrameMessage } from './frame-message';

type Payloads = { [M in FrameMessage as M['type']]: M['payload'] };

/** The page's handler of each type of message. */
export type Handlers = { [T in keyof Payloads]: (payload: Payloads[T], channel: FrameChannel, id: string) => void };

/** The page's end of a MessageChannel. The other end was posted to the frame's window, at its origin only. */
export interface FrameChannel {
  /** Sends a message and returns its id. */
  send<T extends ParentMessage['type']>(type: T, payload: PayloadOf<ParentMessage, T>, id?: string): string;
  /**
   * Answers the message `id` with the result of `work`. An error's message is not sent, because it may contain data
   * that the frame must not know.
   */
  answer(id: string, work: () => Promise<unknown>): void;
  close(): void;
}

/**
 * Sends `connect` to the frame, with the other end of a new channel.
 *
 * @param onProblem called for a malformed message, and with the cause when a message could not be handled
 */
export function connect(
  frame: Window,
  origin: string,
  connectPayload: PayloadOf<ParentMessage, 'connect'>,
  handlers: Handlers,
  onProblem: (cause?: unknown) => void,
): FrameChannel {
  const { port1, port2 } = new MessageChannel();
  let sent = 0;
  const envelope = (type: string, payload: object, id: string) => ({ source: 'baton', v: 1, type, id, payload });
  const handle = <T extends keyof Payloads>({ type, payload, id }: { type: T; payload: Payloads[T]; id: string }) =>
    handlers[type](payload, channel, id);

  const channel: FrameChannel = {
    send(type, payload, id = String((sent += 1))) {
      port1.postMessage(envelope(type, payload, id));
      return id;
    },
    answer(id, work) {
      work()
        .then((value) => channel.send('answer', { ok: true, value }, id))
        .catch((cause) => {
          channel.send('answer', { ok: false, code: 'responderFailed', message: '' }, id);
          onProblem(cause);
        });
    },
    close: () => port1.close(),
  };

  port1.onmessage = ({ data }) => {
    try {
      if (isFrameMessage(data)) handle(data);
      else onProblem();
    } catch (cause) {
      onProblem(cause);
    }
  };
  frame.postMessage(envelope('connect', connectPayload, '0'), origin, [port2]);
  return channel;
}
