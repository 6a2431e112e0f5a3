import type { SharedLibraries } from '@baton/host-kit';

/** Set by the build: changes with the code of these packages. */
declare const BATON_KIT_VERSION: string;

const share = (get: () => Promise<unknown>) => ({ version: BATON_KIT_VERSION, get });

/**
 * The code of Baton's packages, shared by all modules that were built with this version of it, and fetched when the first
 * one needs it. Other modules load their own.
 */
export const sharedKit: SharedLibraries = {
  '@baton/contracts': share(() => import('@baton/contracts')),
  '@baton/desktop': share(() => import('@baton/desktop')),
  '@baton/module-kit': share(() => import('@baton/module-kit')),
  '@baton/ui': share(() => import('@baton/ui')),
};
