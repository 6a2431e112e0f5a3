import type { SharedLibraries } from '@baton/host-kit';

/** Set by the build: changes with the code of these packages. */
declare const BATON_KIT_VERSION: string;

const share = (get: () => Promise<unknown>) => ({ version: BATON_KIT_VERSION, get });

/**
 * What all modules are built with, once for all of them; fetched when the first
 * one asks. Modules built from other code bring their own.
 */
export const sharedKit: SharedLibraries = {
  '@baton/contracts': share(() => import('@baton/contracts')),
  '@baton/desktop': share(() => import('@baton/desktop')),
  '@baton/module-kit': share(() => import('@baton/module-kit')),
  '@baton/ui': share(() => import('@baton/ui')),
};
