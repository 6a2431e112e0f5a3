import { TimeoutError, createListeners, messageOf, surface } from '@baton/runtime';
import type { ModuleLifecycles } from '@baton/contracts';
import type { CodeSource, LoadedCode } from './code-source';
import { LoadError } from './load-state';
import type { LoadResult, LoadState } from './load-state';
import type { DeclaredIntents } from './manifest';

export interface ModuleLoader {
  /** Loads a module's code; see `LoadState` for what repeated calls do. */
  load(module: string): Promise<LoadResult>;
  getState(module: string): LoadState;
  /** The intents of a module, if they are known. */
  intentsOf(module: string): DeclaredIntents | undefined;
  /** The same; asks the source if they are not known. Resolves to `undefined` if the source does not know them either. */
  describe(module: string): Promise<DeclaredIntents | undefined>;
  /** Calls back after each change of any module's state; returns a function that unsubscribes. */
  subscribe(listener: (module: string, state: LoadState) => void): () => void;
}

/** Makes a loader. Its promises settle if those of its source do. */
export function createModuleLoader(source: CodeSource): ModuleLoader {
  const states = new Map<string, LoadState>();
  const underWay = new Map<string, Promise<LoadResult>>();
  const intents = new Map<string, DeclaredIntents>();
  const listeners = createListeners<{ module: string; state: LoadState }>(surface);

  function enter(module: string, state: LoadState) {
    states.set(module, state);
    listeners.notify({ module, state });
  }

  async function attempt(module: string): Promise<LoadResult> {
    let result = await loadOnce(module);
    // Once more at once: a temporary error may be over, the manifest in the page may be stale, and the browser answers
    // once from memory for a file whose preload has failed.
    if (!result.ok && isWorthRetrying(result.error)) result = await loadOnce(module);
    enter(
      module,
      result.ok
        ? { state: 'ready', version: result.version, build: result.build }
        : { state: 'failed', error: result.error },
    );
    underWay.delete(module);
    return result;
  }

  async function loadOnce(module: string): Promise<LoadResult> {
    try {
      const code = await source.load(module, (state) => enter(module, state));
      const { exposed, version, build } = code;
      const lifecycles = lifecyclesIn(exposed, module);
      if (code.intents !== undefined) intents.set(module, code.intents);
      return { ok: true, lifecycles, version, build };
    } catch (cause) {
      return {
        ok: false,
        error: cause instanceof LoadError ? cause : new LoadError(module, 'code', messageOf(cause), { cause }),
      };
    }
  }

  return {
    load(module) {
      const known = underWay.get(module);
      if (known !== undefined) return known;
      const load = attempt(module);
      underWay.set(module, load);
      return load;
    },
    intentsOf: (module) => intents.get(module),
    async describe(module) {
      const found = intents.get(module) ?? (await source.describe?.(module).catch(() => undefined));
      if (found !== undefined && !intents.has(module)) intents.set(module, found);
      return intents.get(module);
    },
    getState: (module) => states.get(module) ?? { state: 'idle' },
    subscribe: (listener) => listeners.add(({ module, state }) => listener(module, state)),
  };
}

/** Not after a time-out, since the agent has waited long enough; nor after `contract`, since versions stay the same. */
function isWorthRetrying({ stage, cause }: LoadError): boolean {
  return stage !== 'contract' && !(cause instanceof TimeoutError);
}

function lifecyclesIn(exposed: LoadedCode['exposed'], module: string): ModuleLifecycles {
  if (isLifecycles(exposed)) return exposed;
  throw new LoadError(
    module,
    'lifecycles',
    `"${module}" exposes no single-spa lifecycles: bootstrap, mount and unmount.`,
  );
}

function isLifecycles(exposed: unknown): exposed is ModuleLifecycles {
  return (
    typeof exposed === 'object' &&
    exposed !== null &&
    ['bootstrap', 'mount', 'unmount'].every((name) => typeof Reflect.get(exposed, name) === 'function')
  );
}
