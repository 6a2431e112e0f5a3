import { version } from 'react';
import * as react from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as reactDom from 'react-dom';
import * as client from 'react-dom/client';
import type { SharedLibraries, SharedLibrary } from '../modules/shared-libraries';

/**
 * The page's own React for the option `shared` of `createBaton`, so that modules do not load another one: 74 kB less.
 * Requires React 19.2 or newer. With an older one modules use the React of this package, and a warning is logged.
 */
export function shareReact(): SharedLibraries {
  return {
    react: share(version, react),
    'react/jsx-runtime': share(version, jsxRuntime),
    'react-dom': share(reactDom.version, reactDom),
    'react-dom/client': share(reactDom.version, client),
  };
}

const share = (libraryVersion: string, library: unknown): SharedLibrary => ({
  version: libraryVersion,
  get: () => Promise.resolve(library),
});
