import * as v from 'valibot';
import type { LoadState } from './load-state';
import { DeclaredIntents } from './manifest';

/** A module's code, as far as it has come. */
export interface LoadedCode {
  /** What the module exposes: single-spa lifecycles, if all is well. */
  exposed: unknown;
  version: string;
  build: string;
  /** What this build of the module declares. Without it the module counts as one that may answer any request, and is no panel. */
  intents?: DeclaredIntents;
}

/** Brings a module's code by name, however that is done. */
export interface CodeSource {
  /**
   * Asks for the newest code, telling how far it has come; code that is already
   * here is not brought again. Settles within bounded time.
   * @throws {LoadError} naming the stage, cause and cure
   */
  load(module: string, tell: (state: LoadState) => void): Promise<LoadedCode>;
  /**
   * Says what a module declares, without loading it. Settles within bounded time; rejects if that is not known.
   * Without it, a request that no module answers loads every module that is not there yet.
   */
  describe?(module: string): Promise<DeclaredIntents>;
}

/** Modules that are part of the page's own code: what a package like `@baton/sms-window` exports, by name. */
export function ownCode(modules: Readonly<Record<string, unknown>>): CodeSource {
  const declaredBy = (module: string) => v.safeParse(Declaring, modules[module]);
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

const Declaring = v.object({ intents: DeclaredIntents });
