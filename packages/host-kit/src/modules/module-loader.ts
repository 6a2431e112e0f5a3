import type { Clock, ModuleProps } from '@baton/contracts';
import type { ParcelConfig } from 'single-spa';
import { ManifestError } from './manifest';

/** A module's single-spa lifecycles, which take the props of the embedding contract. */
export type ModuleLifecycles = ParcelConfig<ModuleProps>;

/** Where a module's loading broke. */
export type LoadStage = 'manifest' | 'code' | 'timeout' | 'notAModule';

/** How a load ended. A failed one can be asked for again, and really asks again. */
export type LoadResult =
  | { ok: true; lifecycles: ModuleLifecycles }
  | { ok: false; stage: LoadStage; cause: unknown };

/** Brings a module's code by name, however that is done. */
export interface CodeSource {
  /** Resolves with what the module exposes. Each call after a failed one asks the network again. */
  load(module: string): Promise<unknown>;
}

export interface ModuleLoader {
  /** Loads a module once; the same promise while it is under way, the same lifecycles after. */
  load(module: string): Promise<LoadResult>;
}

/** A module whose code has not come by then counts as failed, in milliseconds. */
const patienceMs = 10_000;

/** Loads modules from a source, and never leaves a caller waiting for ever. */
export function createModuleLoader(source: CodeSource, clock: Clock): ModuleLoader {
  const loads = new Map<string, Promise<LoadResult>>();

  async function attempt(module: string): Promise<LoadResult> {
    let result = await withPatience(source.load(module), clock);
    // Once more at once: a passing fault is over by then, and a file that the
    // page had preloaded in vain is answered from the browser's memory once.
    if (!result.ok && result.stage !== 'timeout') result = await withPatience(source.load(module), clock);
    if (!result.ok) loads.delete(module);
    return result;
  }

  return {
    load(module) {
      const known = loads.get(module);
      if (known !== undefined) return known;
      const load = attempt(module);
      loads.set(module, load);
      return load;
    },
  };
}

function withPatience(code: Promise<unknown>, clock: Clock): Promise<LoadResult> {
  return new Promise((resolve) => {
    const stop = clock.setTimeout(
      () => resolve({ ok: false, stage: 'timeout', cause: new Error(`No answer within ${patienceMs} ms`) }),
      patienceMs,
    );
    code.then(
      (exposed) => {
        stop();
        resolve(
          isLifecycles(exposed)
            ? { ok: true, lifecycles: exposed }
            : { ok: false, stage: 'notAModule', cause: new Error('The module exposes no single-spa lifecycles') },
        );
      },
      (cause: unknown) => {
        stop();
        resolve({ ok: false, stage: cause instanceof ManifestError ? 'manifest' : 'code', cause });
      },
    );
  });
}

function isLifecycles(exposed: unknown): exposed is ModuleLifecycles {
  return (
    typeof exposed === 'object' &&
    exposed !== null &&
    ['bootstrap', 'mount', 'unmount'].every((name) => name in exposed)
  );
}
