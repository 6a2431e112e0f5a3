import * as contracts from '@baton/contracts/for-modules';
import * as desktop from '@baton/desktop';
import type { SharedLibraries } from '@baton/host-kit';
import * as moduleKit from '@baton/module-kit';
import * as ui from '@baton/ui';

/** Set by the build: changes with the code of these packages. */
declare const BATON_KIT_VERSION: string;

const share = (library: unknown) => ({ version: BATON_KIT_VERSION, get: () => Promise.resolve(library) });

/**
 * What all modules are built with. The shell needs most of it itself and offers
 * it to modules built from the very same code; others bring their own.
 */
export const sharedKit: SharedLibraries = {
  '@baton/contracts': share(contracts),
  '@baton/desktop': share(desktop),
  '@baton/module-kit': share(moduleKit),
  '@baton/ui': share(ui),
};
