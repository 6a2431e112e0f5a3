import { proxy } from 'comlink';
import type { ProxyMarked } from 'comlink';
import type { ContactCentreControl } from '../control/operations';
import type { ContactCentrePort, Reply } from '../service/port';
import { sinkToPort } from './stream-port';

/** The contact centre as one page can call it. */
export interface ServedCentre extends Omit<ContactCentrePort, 'subscribe' | 'control'> {
  subscribe(token: string, cursor: number | undefined, stream: MessagePort): Promise<Reply<null>>;
  control: ContactCentreControl & ProxyMarked;
}

/** The same in a worker, which gets no event when a page closes. */
export interface WorkerCentre extends ServedCentre {
  /** The page holds the Web Lock of this name as long as it lives. */
  watchLock(lock: string): void;
}

/** Serves the contact centre to one page; `leave` ends its streams when it is gone. */
export function servePage(centre: ContactCentrePort): { served: ServedCentre; leave(): void } {
  const streams = new Set<() => void>();
  let gone = false;

  return {
    served: {
      ...centre,
      async subscribe(token, cursor, stream) {
        const sink = sinkToPort(stream);
        const close = () => {
          streams.delete(end);
          sink.close();
        };
        const reply = await centre.subscribe(token, cursor, { ...sink, close });
        function end() {
          streams.delete(end);
          stream.close();
          if (reply.ok) reply.value();
        }
        if (!reply.ok || gone) {
          end();
          return reply.ok ? { ok: true, value: null } : reply;
        }
        streams.add(end);
        stream.onmessage = end;
        return { ok: true, value: null };
      },
      control: proxy({ ...centre.control }),
    },
    leave() {
      gone = true;
      streams.forEach((end) => end());
    },
  };
}
