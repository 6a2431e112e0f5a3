import type { LoadState } from './load-state';

/** A module's code, as far as it has come. */
export interface LoadedCode {
  /** What the module exposes: single-spa lifecycles, if all is well. */
  exposed: unknown;
  version: string;
  build: string;
}

/** Brings a module's code by name, however that is done. */
export interface CodeSource {
  /**
   * Asks for the newest code, telling how far it has come; code that is already
   * here is not brought again. Settles within bounded time.
   * @throws {LoadError} naming the stage, cause and cure
   */
  load(module: string, tell: (state: LoadState) => void): Promise<LoadedCode>;
}

/** Modules that are part of the page's own code. */
export function ownCode(modules: Readonly<Record<string, unknown>>): CodeSource {
  return { load: (module) => Promise.resolve({ exposed: modules[module], version: '0.0.0', build: 'own' }) };
}
