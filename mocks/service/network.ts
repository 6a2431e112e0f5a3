import type { Clock, Command, Random } from '@baton/contracts';
import type { NetworkSettings, Operation } from '../control/network-settings';
import { reshape } from './stream-mode';
import type { ReshapedSink } from './stream-mode';
import type { ContactCentrePort, Reply } from './port';

export interface NetworkOptions {
  settings: NetworkSettings;
  /** The device's clock. */
  clock: Clock;
  /** Chance: of latencies. */
  random: Random;
  /** How long the situation has run, in milliseconds. */
  sinceStart(): Promise<number>;
}

/** The network between pages and a contact centre. */
export interface Network {
  settings(): NetworkSettings;
  /** Changes it from now on; requests under way keep their latency. */
  set(settings: NetworkSettings): void;
  /** Puts it in front of a contact centre. Control bypasses it. */
  through(centre: ContactCentrePort): ContactCentrePort;
}

export function createNetwork({ settings: initial, clock, random, sinceStart }: NetworkOptions): Network {
  let settings = initial;
  let counts = new Map<Operation, number>();
  /** The open streams, and how to stop each. */
  const open = new Map<ReshapedSink, () => void>();

  const delay = (ms: number) =>
    ms === 0 ? Promise.resolve() : new Promise<void>((resolve) => void clock.setTimeout(resolve, ms));

  /** How this request fails, if it does. Each is counted once. */
  function failureOf(operation: Operation): NetworkSettings['failures'][number]['how'] | undefined {
    const failure = settings.failures.find((candidate) => candidate.operation === operation);
    if (failure === undefined) return undefined;
    const count = (counts.get(operation) ?? 0) + 1;
    counts.set(operation, count);
    return count % (failure.oneIn ?? 1) === 0 ? failure.how : undefined;
  }

  async function cross<T>(operation: Operation, ask: () => Promise<Reply<T>>): Promise<Reply<T>> {
    const [least, most] = settings.latencyMs;
    await delay(least + random.next() * (most - least));
    if (isOut(settings, await sinceStart())) return { ok: false, problem: 'connectionLost' };
    switch (failureOf(operation)) {
      case 'hang':
        return new Promise(() => undefined);
      case 'lost':
        return { ok: false, problem: 'connectionLost' };
      case 'error':
        return { ok: false, problem: { code: 'internal', detail: `The network lets ${operation} fail` } };
      case undefined:
        return ask();
    }
  }

  return {
    settings: () => settings,
    set(next) {
      const { stream } = settings;
      if (JSON.stringify(next.failures) !== JSON.stringify(settings.failures)) counts = new Map();
      settings = next;
      if (next.stream === stream) return;
      for (const [sink, stop] of [...open]) {
        // What a muted stream has lost, desktops ask for when they open the next one.
        if (stream !== 'muted') sink.release();
        else {
          stop();
          sink.close();
        }
      }
    },
    through: (centre) => ({
      signInChoices: () => cross('signInChoices', () => centre.signInChoices()),
      openSession: ({ signIn, ...request }) =>
        cross('openSession', async () => {
          // A desktop whose sign-in fails here sends the command, and learns there how.
          const fails = signIn && settings.failures.some(({ operation }) => operation === 'signIn');
          return centre.openSession({ ...request, ...(signIn && !fails && { signIn }) });
        }),
      command: (token: string, asked: Command) => cross(asked.type, () => centre.command(token, asked)),
      read: (token, name, query) => cross(name, () => centre.read(token, name, query)),
      subscribe: (token, cursor, sink) =>
        cross('events', async () => {
          let closed = false;
          const onClose = () => {
            closed = true;
            open.delete(reshaped);
          };
          const reshaped = reshape(sink, { clock, mode: () => settings.stream, onClose });
          const reply = await centre.subscribe(token, cursor, reshaped);
          if (!reply.ok) return reply;
          const stop = () => {
            open.delete(reshaped);
            reshaped.forget();
            reply.value();
          };
          if (!closed) open.set(reshaped, stop);
          return { ok: true, value: stop };
        }),
      control: centre.control,
    }),
  };
}

/** Whether there is an outage now. */
export function isOut({ outages }: NetworkSettings, sinceStart: number): boolean {
  return outages.some(({ fromMs, toMs }) => sinceStart >= fromMs && sinceStart < toMs);
}

/** When the next outage begins, in milliseconds after the start. */
export function nextOutage({ outages }: NetworkSettings, sinceStart: number): number | undefined {
  const later = outages.map(({ fromMs }) => fromMs).filter((fromMs) => fromMs > sinceStart);
  return later.length === 0 ? undefined : Math.min(...later);
}
