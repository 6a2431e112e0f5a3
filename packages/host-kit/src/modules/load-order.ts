import type { Clock, RequestTopic } from '@baton/contracts';
import type { ModuleLoader } from './module-loader';

/** Decides when a module's turn to load has come. */
export interface LoadOrder {
  /** Tells of a module that loads at once, so that others can wait for it. */
  first(ready: Promise<void>): void;
  /** Resolves when everything that goes first stands (or has failed), or when the module is asked for. */
  turnOf(module: string): Promise<void>;
  /**
   * Brings the module that answers a topic. Resolves with its name when its code is
   * there; rejects, naming module and cause, when it cannot be loaded.
   */
  bring(topic: RequestTopic): Promise<string>;
  /** Ends every waiting, and leaves no timer. */
  close(): void;
}

/** How long the first modules may take until the others load all the same, in milliseconds. */
const patienceMs = 4000;
/** Lets screens that have just appeared come to rest, in milliseconds. */
const restMs = 200;

/** Keeps what is not needed at first from competing with what is. */
export function createLoadOrder(
  responders: Partial<Record<RequestTopic, string>>,
  loader: ModuleLoader,
  clock: Clock,
): LoadOrder {
  const pauses = new Set<() => void>();
  let closed = false;
  const going = new Set<Promise<void>>();
  const wanted = new Map<string, { promise: Promise<void>; resolve(): void }>();

  function askedFor(module: string) {
    const known = wanted.get(module);
    if (known !== undefined) return known;
    let resolve = () => undefined as void;
    const promise = new Promise<void>((done) => (resolve = done));
    const entry = { promise, resolve };
    wanted.set(module, entry);
    return entry;
  }

  /** Resolves after a while, or when everything ends. */
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      if (closed) return resolve();
      const stop = clock.setTimeout(end, ms);
      pauses.add(end);
      function end() {
        stop();
        pauses.delete(end);
        resolve();
      }
    });

  async function calm() {
    await pause(0);
    await Promise.race([Promise.all(going), pause(patienceMs)]);
    await pause(restMs);
  }

  return {
    first(ready) {
      const settled = ready.catch(() => undefined).then(() => void going.delete(settled));
      going.add(settled);
    },
    turnOf: (module) => Promise.race([calm(), askedFor(module).promise]),
    async bring(topic) {
      const module = responders[topic];
      if (module === undefined) throw new Error(`Nothing in this page answers "${topic}".`);
      askedFor(module).resolve();
      const result = await loader.load(module);
      if (!result.ok)
        throw new Error(`"${topic}" is answered by ${module}, which did not load.`, { cause: result.error });
      return module;
    },
    close() {
      closed = true;
      for (const end of pauses) end();
    },
  };
}
