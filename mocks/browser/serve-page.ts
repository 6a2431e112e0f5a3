import type { ContactCentrePort } from '../service/port';
import type { Call, ToPage, ToWorker } from './protocol';

/** One page that the worker answers. */
export interface ServedPage {
  hear(message: Exclude<ToWorker, { kind: 'hello' }>): void;
  /** The page is gone: its streams end. */
  leave(): void;
}

/** Answers a page's calls and feeds its streams. */
export function servePage(centre: Promise<ContactCentrePort>, post: (message: ToPage) => void): ServedPage {
  const streams = new Map<number, () => void>();
  let gone = false;

  async function answer(call: Call): Promise<unknown> {
    const port = await centre;
    switch (call.method) {
      case 'signInChoices':
        return port.signInChoices();
      case 'openSession':
        return port.openSession(call.agentId);
      case 'command':
        return port.command(call.token, call.command);
      case 'snapshot':
        return port.snapshot(call.token);
      case 'targets':
        return port.targets(call.token, call.query);
      case 'favourites':
        return port.favourites(call.token);
      case 'recents':
        return port.recents(call.token);
      case 'messages':
        return port.messages(call.token, call.interactionId, call.range);
      case 'subscribe':
        return subscribe(port, call);
      case 'advance':
        return done(port.control.advance(call.ms));
      case 'reset':
        return done(port.control.reset());
      case 'dropStreams':
        return done(port.control.dropStreams());
      case 'customerWrites':
        return port.control.customerWrites(call.interactionId, call.text);
      case 'customerEnds':
        return port.control.customerEnds(call.interactionId);
      case 'perform':
        return port.control.perform(call.agentId, call.command);
      case 'commands':
        return { ok: true, value: await port.control.commands() };
    }
  }

  async function subscribe(port: ContactCentrePort, { token, cursor, stream }: Extract<Call, { method: 'subscribe' }>) {
    const reply = await port.subscribe(token, cursor, {
      frame: (frame) => post({ kind: 'frame', stream, frame }),
      heartbeat: (at) => post({ kind: 'heartbeat', stream, at }),
      gap: () => post({ kind: 'gap', stream }),
      close() {
        streams.delete(stream);
        post({ kind: 'close', stream });
      },
    });
    if (!reply.ok) return reply;
    if (gone) reply.value();
    else streams.set(stream, reply.value);
    return { ok: true, value: null };
  }

  function stop(stream: number) {
    streams.get(stream)?.();
    streams.delete(stream);
  }

  return {
    hear(message) {
      if (message.kind === 'stop') return stop(message.stream);
      void answer(message.call).then(
        (reply) => post({ kind: 'answer', id: message.id, reply }),
        (error: unknown) => post({ kind: 'answer', id: message.id, reply: broken(error) }),
      );
    },
    leave() {
      gone = true;
      [...streams.keys()].forEach(stop);
    },
  };
}

async function done(work: Promise<void>) {
  await work;
  return { ok: true, value: null };
}

function broken(error: unknown) {
  return { ok: false, problem: { code: 'internal', detail: error instanceof Error ? error.message : String(error) } };
}
