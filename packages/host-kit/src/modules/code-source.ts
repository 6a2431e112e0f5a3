import * as v from 'valibot';
import type { LoadState } from './load-state';
import { DeclaredIntents } from './manifest';

/** A module's loaded code. */
export interface LoadedCode {
  /** What the module exposes; single-spa lifecycles are expected. */
  exposed: unknown;
  version: string;
  build: string;
  /** The intents of this build. Without them the module may answer any request, and is no panel. */
  intents?: DeclaredIntents;
}

/** Loads modules by name. */
export interface CodeSource {
  /**
   * Loads the newest code of a module, and reports progress to `tell`; code that is already loaded is not loaded again.
   * Settles within bounded time.
   * @throws {LoadError} naming the stage, cause and cure
   */
  load(module: string, tell: (state: LoadState) => void): Promise<LoadedCode>;
  /**
   * Returns the intents of a module without loading it. Settles within bounded time; rejects if they are not known.
   * Without this method, a request that no module answers loads all modules.
   */
  describe?(module: string): Promise<DeclaredIntents>;
}

/** Modules that are part of the page's own code: the exports of packages like `@baton/sms-window`, by name. */
export function ownCode(modules: Readonly<Record<string, unknown>>): CodeSource {
  const declaredBy = (module: string) => v.safeParse(WithIntents, modules[module]);
  return {
    async load(module) {
      const declared = declaredBy(module);
      const code = { exposed: modules[module], version: '0.0.0', build: 'own' };
      return declared.success ? { ...code, intents: declared.output.intents } : code;
    },
    async describe(module) {
      const declared = declaredBy(module);
      if (declared.success) return declared.output.intents;
      throw new TypeError(`"${module}" exports no "intents" that say what it answers.`);
    },
  };
}

const WithIntents = v.object({ intents: DeclaredIntents });
