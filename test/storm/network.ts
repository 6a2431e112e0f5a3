import type { Clock } from '@baton/contracts';
import type { TestPage } from '../../packages/routing/src/testing/browser';
import type { StormServer } from './server';

export const networkConditions = ['works', 'slow', 'cut', 'dead', 'mute', 'buffered'] as const;
/**
 * The network between an agent's machine and the contact centre. `cut` fails at once, `dead` never answers; `mute`
 * holds event streams back for good, `buffered` for some seconds.
 */
export type NetworkCondition = (typeof networkConditions)[number];

export const commandFates = ['request lost', 'answer lost', 'doubled'] as const;
/** What happens to a machine's next command. */
export type CommandFate = (typeof commandFates)[number];

const slowMs = 3_000;
const flushMs = 20_000;

/** A machine's network. */
export interface MachineNetwork {
  fetchOf(page: TestPage): typeof fetch;
  set(condition: NetworkCondition): void;
  setNextFate(fate?: CommandFate): void;
  /** Ends the requests of a page that has closed. */
  drop(page: TestPage): void;
  /** Requests without an answer, event streams included. */
  open(): { requests: number; streams: number };
}

export function createMachineNetwork(server: StormServer, clock: Clock): MachineNetwork {
  let condition: NetworkCondition = 'works';
  const is = (one: NetworkCondition) => condition === one;
  let fate: CommandFate | undefined;
  /** Ends each open request and stream, by page. */
  const cuts = new Map<() => void, TestPage>();
  const gone = new Set<TestPage>();
  const requests = new Set<object>();
  const streams = new Set<object>();

  function fetchOf(page: TestPage): typeof fetch {
    return (input, init) =>
      new Promise((resolve, reject) => {
        // A closed page sends nothing.
        if (gone.has(page)) return;
        const { signal } = init ?? {};
        const self = {};
        requests.add(self);
        const end = (how: () => void) => {
          if (!requests.delete(self)) return;
          cuts.delete(fail);
          page.run(how);
        };
        const fail = () => end(() => reject(new TypeError('Failed to fetch')));
        if (signal?.aborted) return end(() => reject(signal.reason));
        signal?.addEventListener('abort', () => end(() => reject(signal.reason)), { once: true });
        cuts.set(fail, page);

        const address = String(input instanceof Request ? input.url : input);
        const isCommand = address.endsWith('/v1/commands');
        const what = isCommand ? fate : undefined;
        if (isCommand) fate = undefined;
        const request = () => new Request(address, { ...init, signal: null });

        async function ask() {
          if (is('cut')) return fail();
          if (is('dead') || what === 'request lost') return undefined;
          if (what === 'doubled') void server.answer(request());
          const response = await server.answer(request());
          if (!response || is('cut')) return fail();
          if (is('dead') || what === 'answer lost') return undefined;
          if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
            const text = await response.text();
            return later(() => end(() => resolve(new Response(text, response))));
          }
          if (is('mute')) return undefined;
          return end(() => resolve(new Response(pipe(page, response.body, signal), response)));
        }
        later(() => void ask());
      });
  }

  function later(what: () => void) {
    if (is('slow')) clock.setTimeout(what, slowMs);
    else what();
  }

  /** Passes an event stream on. The network's condition applies to each piece when it comes. */
  function pipe(
    page: TestPage,
    body: ReadableStream<Uint8Array> | null,
    signal?: AbortSignal | null,
  ): ReadableStream<Uint8Array> {
    if (!body) throw new Error('An event stream has a body.');
    const reader = body.getReader();
    const self = {};
    let held: (() => void)[] = [];
    let isStuck = false;
    let freeAt = 0;
    let breakOff = (): void => undefined;
    streams.add(self);

    return new ReadableStream<Uint8Array>({
      start(controller) {
        const finish = (how: () => void) => {
          if (!streams.delete(self)) return;
          cuts.delete(breakOff);
          page.run(how);
        };
        breakOff = () => {
          finish(() => controller.error(new TypeError('network error')));
          reader.cancel().catch(() => undefined);
        };
        cuts.set(breakOff, page);
        server.onDeath(breakOff);
        // As with fetch: aborting the request ends the body too.
        signal?.addEventListener('abort', breakOff, { once: true });
        if (signal?.aborted) return breakOff();

        const deliver = (bytes: Uint8Array) =>
          page.run(() => {
            if (streams.has(self)) controller.enqueue(bytes);
          });
        const flush = () => {
          for (const pass of held.splice(0)) pass();
        };
        const pass = (bytes: Uint8Array) => {
          isStuck ||= is('mute') || is('dead');
          if (isStuck) return;
          if (is('buffered') || held.length > 0) {
            if (held.length === 0) clock.setTimeout(flush, flushMs);
            held.push(() => deliver(bytes));
            return;
          }
          // Pieces stay in order.
          freeAt = Math.max(freeAt, clock.now() + (is('slow') ? slowMs : 0));
          if (freeAt > clock.now()) clock.setTimeout(() => deliver(bytes), freeAt - clock.now());
          else deliver(bytes);
        };
        async function pump() {
          for (;;) {
            const { done, value } = await reader.read();
            if (done) return finish(() => controller.close());
            pass(value);
          }
        }
        pump().catch(breakOff);
      },
      cancel() {
        streams.delete(self);
        cuts.delete(breakOff);
        held = [];
        return reader.cancel();
      },
    });
  }

  return {
    fetchOf,
    set(next) {
      condition = next;
      if (is('cut')) for (const cut of [...cuts.keys()]) cut();
    },
    drop(page) {
      gone.add(page);
      for (const [cut, owner] of [...cuts]) if (owner === page) cut();
    },
    setNextFate: (next) => void (fate = next),
    open: () => ({ requests: requests.size, streams: streams.size }),
  };
}
