import * as v from 'valibot';
import {
  CommandTaken,
  MessagePage,
  SessionAnswer,
  SignInChoices,
  Snapshot,
  TargetPage,
  routingErrorCodes,
  targetProblems,
} from '@baton/contracts';
import type { Answer } from '../contact-centre';
import { AskedCommand } from '../service/port';
import type { ContactCentrePort, Reply, StreamSink } from '../service/port';
import { ToPage } from './protocol';
import type { Call, ToWorker } from './protocol';

/** The way to the worker. */
export interface WorkerChannel {
  post(message: ToWorker): void;
  listen(listener: (data: unknown) => void): void;
}

const Refusal = v.object({
  code: v.picklist(routingErrorCodes),
  detail: v.string(),
  target: v.optional(v.picklist(targetProblems)),
});

const refused = v.object({ ok: v.literal(false), problem: Refusal });
const lost = v.object({ ok: v.literal(false), problem: v.literal('connectionLost') });
const given = <T>(value: v.GenericSchema<unknown, T>) => v.object({ ok: v.literal(true), value });

/** The contact centre in the worker, as if it were here. */
export function connectToWorker(channel: WorkerChannel): ContactCentrePort {
  const waiting = new Map<number, (reply: unknown) => void>();
  const sinks = new Map<number, StreamSink>();
  let last = 0;

  channel.listen((data) => {
    const message = v.parse(ToPage, data);
    if (message.kind === 'answer') {
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
      return;
    }
    const sink = sinks.get(message.stream);
    if (message.kind === 'frame') sink?.frame(message.frame);
    else if (message.kind === 'heartbeat') sink?.heartbeat(message.at);
    else if (message.kind === 'gap') sink?.gap();
    else if (sinks.delete(message.stream)) sink?.close();
  });

  function send(call: Call): Promise<unknown> {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      channel.post({ kind: 'call', id, call });
    });
  }

  async function ask<T>(value: v.GenericSchema<unknown, T>, call: Call): Promise<Reply<T>> {
    return v.parse(v.union([given(value), refused, lost]), await send(call));
  }

  async function tell<T>(value: v.GenericSchema<unknown, T>, call: Call): Promise<Answer<T>> {
    return v.parse(v.union([given(value), refused]), await send(call));
  }

  async function act<T>(value: v.GenericSchema<unknown, T>, call: Call): Promise<T> {
    const answer = await tell(value, call);
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value;
  }

  return {
    signInChoices: () => ask(SignInChoices, { method: 'signInChoices' }),
    openSession: (agentId) => ask(SessionAnswer, { method: 'openSession', agentId }),
    command: (token, command) => ask(CommandTaken, { method: 'command', token, command }),
    snapshot: (token) => ask(Snapshot, { method: 'snapshot', token }),
    targets: (token, { query = '', limit = 50, ...rest }) =>
      ask(TargetPage, { method: 'targets', token, query: { query, limit, ...rest } }),
    favourites: (token) => ask(TargetPage, { method: 'favourites', token }),
    recents: (token) => ask(TargetPage, { method: 'recents', token }),
    messages: (token, interactionId, range) => ask(MessagePage, { method: 'messages', token, interactionId, range }),
    async subscribe(token, cursor, sink) {
      last += 1;
      const stream = last;
      sinks.set(stream, sink);
      const reply = await ask(v.null(), { method: 'subscribe', token, cursor, stream });
      if (!reply.ok) {
        sinks.delete(stream);
        return reply;
      }
      const stop = () => {
        if (sinks.delete(stream)) channel.post({ kind: 'stop', stream });
      };
      return { ok: true, value: stop };
    },
    control: {
      advance: async (ms) => void (await act(v.null(), { method: 'advance', ms })),
      reset: async () => void (await act(v.null(), { method: 'reset' })),
      dropStreams: async () => void (await act(v.null(), { method: 'dropStreams' })),
      customerWrites: (interactionId, text) => tell(v.null(), { method: 'customerWrites', interactionId, text }),
      customerEnds: (interactionId) => tell(v.null(), { method: 'customerEnds', interactionId }),
      perform: (agentId, command) => tell(CommandTaken, { method: 'perform', agentId, command }),
      commands: () => act(v.array(AskedCommand), { method: 'commands' }),
    },
  };
}
