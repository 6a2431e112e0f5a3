import queryPackage from '@tanstack/react-query/package.json';
import reactDomPackage from 'react-dom/package.json';
import reactPackage from 'react/package.json';

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
  react: shared(reactPackage.version, '^19.0.0', () => import('react')),
  'react/jsx-runtime': shared(reactPackage.version, '^19.0.0', () => import('react/jsx-runtime')),
  'react-dom': shared(reactDomPackage.version, '^19.0.0', () => import('react-dom')),
  'react-dom/client': shared(reactDomPackage.version, '^19.0.0', () => import('react-dom/client')),
  '@tanstack/react-query': shared(queryPackage.version, '^5.0.0', () => import(/* webpackChunkName: "react-query" */ '@tanstack/react-query')),
};
