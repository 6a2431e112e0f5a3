import { version as reactVersion } from 'react/package.json';
import { version as reactDomVersion } from 'react-dom/package.json';
import { version as queryVersion } from '@tanstack/react-query/package.json';

type Library = Record<string, unknown>;

/** A library that modules take from the page, fetched when the first of them needs it. */
const shared = (version: string, range: string, get: () => Promise<Library>) => ({
  version,
  get: async () => {
    const library = await get();
    return () => library;
  },
  shareConfig: { requiredVersion: range, strictVersion: true, singleton: false },
});

/** What every module gets from its host, so that it is on the page once. */
export const sharedLibraries = {
  react: shared(reactVersion, '^19.0.0', () => import('react')),
  'react/jsx-runtime': shared(reactVersion, '^19.0.0', () => import('react/jsx-runtime')),
  'react-dom': shared(reactDomVersion, '^19.0.0', () => import('react-dom')),
  'react-dom/client': shared(reactDomVersion, '^19.0.0', () => import('react-dom/client')),
  '@tanstack/react-query': shared(queryVersion, '^5.0.0', () => import('@tanstack/react-query')),
};
