import type { Clock, RequestTopic } from '@baton/contracts';
import type { LoadResult } from './load-state';
import type { ModuleLoader } from './module-loader';

/** Decides when each module is loaded. */
export interface LoadOrder {
  /** Adds a module that loads at once, so that others can wait for it. */
  first(ready: Promise<void>): void;
  /** Resolves when all modules that load at once are mounted or have failed, or when this module is asked for. */
  turnOf(module: string): Promise<void>;
  /** Loads a module now, without waiting for its turn. */
  load(module: string): Promise<LoadResult>;
  /**
   * Loads the module that answers a topic; if none declares it, all modules whose intents are not known. Resolves to their
   * names when their code has loaded; rejects, with module and cause, when none of them can be loaded.
   */
  loadResponders(topic: RequestTopic): Promise<readonly string[]>;
  /** Ends all waiting and stops all timers. */
  close(): void;
}

/** Later modules wait no longer than this for the first ones. */
const firstLimitMs = 4000;
/** Pause after the first modules are mounted, in which they finish rendering. */
const renderMs = 200;

/**
 * Keeps modules that are needed later from competing with those that are needed first.
 *
 * @param modules the names of all modules; of two that answer the same topic the first one is used
 */
export function createLoadOrder(
  modules: () => Iterable<string>,
  loader: Pick<ModuleLoader, 'load' | 'intentsOf' | 'describe'>,
  clock: Clock,
): LoadOrder {
  const pauses = new Set<() => void>();
  let closed = false;
  /** Modules that load at once and are not mounted yet. */
  const firstLoads = new Set<Promise<void>>();
  const requested = new Map<string, { promise: Promise<void>; resolve(): void }>();

  /** A promise that resolves when the module is asked for. */
  function requestFor(module: string) {
    const known = requested.get(module);
    if (known !== undefined) return known;
    let resolve = () => undefined as void;
    const promise = new Promise<void>((done) => (resolve = done));
    const entry = { promise, resolve };
    requested.set(module, entry);
    return entry;
  }

  /** Resolves after `ms`, or when the order is closed. */
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

  async function untilIdle() {
    await pause(0);
    await Promise.race([Promise.all(firstLoads), pause(firstLimitMs)]);
    await pause(renderMs);
  }

  function load(module: string) {
    requestFor(module).resolve();
    return loader.load(module);
  }

  /** The module that declares that it answers a topic; if there is none, the modules whose intents are not known. */
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
      const settled = ready.catch(() => undefined).then(() => void firstLoads.delete(settled));
      firstLoads.add(settled);
    },
    turnOf: (module) => Promise.race([untilIdle(), requestFor(module).promise]),
    load,
    async loadResponders(topic) {
      const responders = await respondersTo(topic);
      const results = await Promise.all(responders.map(load));
      // Now their intents are known.
      const mayAnswer = (module: string) => loader.intentsOf(module)?.answers.includes(topic) ?? true;
      const loaded = responders.filter((module, at) => results[at]?.ok === true && mayAnswer(module));
      if (loaded.length > 0) return loaded;
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
