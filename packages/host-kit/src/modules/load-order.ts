import type { Clock, RequestTopic } from '@baton/contracts';
import type { LoadResult } from './load-state';
import type { ModuleLoader } from './module-loader';

/** Decides when a module's turn to load has come. */
export interface LoadOrder {
  /** Tells of a module that loads at once, so that others can wait for it. */
  first(ready: Promise<void>): void;
  /** Resolves when everything that goes first stands (or has failed), or when the module is asked for. */
  turnOf(module: string): Promise<void>;
  /** Loads a module at once, without waiting for its turn. */
  load(module: string): Promise<LoadResult>;
  /**
   * Loads the module that answers a topic; if none declares it, all modules whose intents are not known. Resolves with
   * their names when their code is there; rejects, naming module and cause, when none of them can be loaded.
   */
  bring(topic: RequestTopic): Promise<readonly string[]>;
  /** Ends every waiting, and leaves no timer. */
  close(): void;
}

/** How long the first modules may take until the others load all the same, in milliseconds. */
const patienceMs = 4000;
/** Lets screens that have just appeared come to rest, in milliseconds. */
const restMs = 200;

/**
 * Keeps what is not needed at first from competing with what is.
 *
 * @param modules those that the host has named; of two that answer the same topic the first one counts
 */
export function createLoadOrder(
  modules: () => Iterable<string>,
  loader: Pick<ModuleLoader, 'load' | 'intentsOf' | 'describe'>,
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

  function load(module: string) {
    askedFor(module).resolve();
    return loader.load(module);
  }

  /** The module that declares that it answers a topic; without one, the modules whose intents cannot be had. */
  async function respondersTo(topic: RequestTopic): Promise<readonly string[]> {
    const all = [...modules()];
    const known = all.find((module) => loader.intentsOf(module)?.answers.includes(topic));
    if (known !== undefined) return [known];
    return new Promise((resolve) => {
      const unknown = all.map(async (module) => {
        const declared = await loader.describe(module);
        if (declared?.answers.includes(topic)) resolve([module]);
        return declared === undefined ? [module] : [];
      });
      void Promise.all(unknown).then((found) => resolve(found.flat()));
    });
  }

  return {
    first(ready) {
      const settled = ready.catch(() => undefined).then(() => void going.delete(settled));
      going.add(settled);
    },
    turnOf: (module) => Promise.race([calm(), askedFor(module).promise]),
    load,
    async bring(topic) {
      const responders = await respondersTo(topic);
      const results = await Promise.all(responders.map(load));
      // Loading has told what these answer.
      const mayAnswer = (module: string) => loader.intentsOf(module)?.answers.includes(topic) ?? true;
      const here = responders.filter((module, at) => results[at]?.ok === true && mayAnswer(module));
      if (here.length > 0) return here;
      const errors = results.flatMap((result) => (result.ok ? [] : [result.error]));
      if (errors.length === 0) throw new Error(`Nothing in this page answers "${topic}".`);
      throw new Error(
        `"${topic}" is answered by ${errors.map(({ module }) => module).join(' or ')}, which did not load.`,
        { cause: errors[0] },
      );
    },
    close() {
      closed = true;
      for (const end of pauses) end();
    },
  };
}
