import * as v from 'valibot';
import { ParentMessage, bridgeVersion } from '@baton/contracts/bridge';
import type { Clock } from '@baton/contracts';
import type { FrameMessage, PayloadOf } from '@baton/contracts/bridge';

/** The channel to the parent, over the port that came with its greeting. */
export interface Channel {
  send<T extends FrameMessage['type']>(type: T, payload: PayloadOf<FrameMessage, T>, id?: string): void;
  /** Asks the parent. Rejects when it fails, or gives no token within 10 s; a question that a person answers has no time limit. */
  ask<T extends 'token' | 'askPermission'>(type: T, payload: PayloadOf<FrameMessage, T>): Promise<unknown>;
  /** Counts an ignored message. The first, second, fourth, eighth … is reported to the parent. */
  ignore(why: PayloadOf<FrameMessage, 'ignored'>['why'], detail: string): void;
  close(): void;
}

/** A message of the parent through the port, other than an answer. */
export type Said = Exclude<ParentMessage, { type: 'connect' | 'answer' }>;

const tokenLimitMs = 10_000;

export function openChannel(port: MessagePort, clock: Clock, onMessage: (said: Said) => void): Channel {
  const pending = new Map<string, (answer: PayloadOf<ParentMessage, 'answer'>) => void>();
  let sent = 0;
  let ignored = 0;

  const post = (type: string, payload: object, id: string) =>
    port.postMessage({ source: 'baton', v: bridgeVersion, type, id, payload });

  const channel: Channel = {
    send: (type, payload, id = String((sent += 1))) => post(type, payload, id),
    ask(type, payload) {
      sent += 1;
      const id = String(sent);
      return new Promise((resolve, reject) => {
        const fail = (why: string) => {
          pending.delete(id);
          reject(new Error(`The parent did not answer "${type}": ${why}`));
        };
        const stop = type === 'token' ? clock.setTimeout(() => fail('time is up'), tokenLimitMs) : () => undefined;
        pending.set(id, (answer) => {
          stop();
          pending.delete(id);
          if (answer.ok) resolve(answer.value);
          else fail(answer.code);
        });
        post(type, payload, id);
      });
    },
    ignore(why, detail) {
      ignored += 1;
      if (Number.isInteger(Math.log2(ignored)))
        channel.send('ignored', { why, detail: `${detail} (${ignored} ignored so far)`, count: ignored });
    },
    close() {
      for (const settle of [...pending.values()]) settle({ ok: false, code: 'cancelled', message: '' });
      port.close();
    },
  };

  port.onmessage = ({ data }) => {
    const checked = v.safeParse(ParentMessage, data);
    if (!checked.success || checked.output.type === 'connect') {
      // The place only, not the value: a message may contain data that must not be logged.
      return channel.ignore(
        'malformed',
        `A message of the parent does not fit its schema at "${checked.issues?.map((issue) => v.getDotPath(issue) ?? '').join('", "') ?? 'type'}".`,
      );
    }
    const message = checked.output;
    if (message.type === 'answer') return pending.get(message.id)?.(message.payload);
    return onMessage(message);
  };
  return channel;
}
