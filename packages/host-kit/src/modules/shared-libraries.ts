import queryPackage from '@tanstack/react-query/package.json';
import reactDomPackage from 'react-dom/package.json';
import reactPackage from 'react/package.json';
import type ranges from './shared-ranges.json';

/** A library that the page has for modules. */
export interface SharedLibrary {
  /** Exact version, as semver. */
  version: string;
  /** Brings the library; called when the first module needs it. */
  get(): Promise<unknown>;
}

/** Libraries by the name that modules import them by. */
export type SharedLibraries = Readonly<Record<string, SharedLibrary>>;

/**
 * A share scope as webpack's containers take it: library → version → how to get it.
 * Source: webpack, "Module Federation", dynamic remote containers.
 */
export type ShareScope = Record<string, Record<string, { get(): Promise<() => unknown>; from: string; loaded: 1 }>>;

/** What modules may take from every page that host-kit is in; in a page that never asks, none of it is fetched. */
const own = {
  react: { version: reactPackage.version, get: () => import('react') },
  'react/jsx-runtime': { version: reactPackage.version, get: () => import('react/jsx-runtime') },
  'react-dom': { version: reactDomPackage.version, get: () => import('react-dom') },
  'react-dom/client': { version: reactDomPackage.version, get: () => import('react-dom/client') },
  '@tanstack/react-query': {
    version: queryPackage.version,
    get: () => import(/* webpackChunkName: "react-query" */ '@tanstack/react-query'),
  },
} satisfies Record<keyof typeof ranges, SharedLibrary>;

/**
 * Makes the scope for one module. Each module gets one of its own, so that no
 * module ever takes a library from another module's server.
 */
export function createShareScope(offered: SharedLibraries = {}): ShareScope {
  return Object.fromEntries(
    Object.entries({ ...own, ...offered }).map(([name, { version, get }]) => [
      name,
      { [version]: { get: async () => always(exportsOf(await get())), from: 'baton-host', loaded: 1 } },
    ]),
  );
}

/**
 * Some bundlers hand a CommonJS library to `import()` as its default export
 * alone, as node does; modules want what it exports.
 */
function exportsOf(library: unknown): unknown {
  if (typeof library !== 'object' || library === null || !('default' in library)) return library;
  const wrapped = Object.keys(library).every((name) => name === 'default' || name === 'module.exports');
  return wrapped ? library.default : library;
}

function always(library: unknown): () => unknown {
  return () => library;
}
