import reactDomPackage from 'react-dom/package.json';
import reactPackage from 'react/package.json';
import { satisfiesContract } from '@baton/contracts';
import ranges from './shared-ranges.json';

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
export type ShareScope = Record<string, Record<string, { get(): Promise<() => unknown>; from: string; loaded?: 1 }>>;

/** What a share scope says of libraries that the page itself has for its modules. */
export const fromPage = 'baton-host';

/** What modules may take from every page that host-kit is in; in a page that never asks, none of it is fetched. */
const own = {
  react: { version: reactPackage.version, get: () => import('react') },
  'react/jsx-runtime': { version: reactPackage.version, get: () => import('react/jsx-runtime') },
  'react-dom': { version: reactDomPackage.version, get: () => import('react-dom') },
  'react-dom/client': { version: reactDomPackage.version, get: () => import('react-dom/client') },
} satisfies Record<keyof typeof ranges, SharedLibrary>;

/** React in all its parts: a renderer and a React that are not of one version refuse each other. */
const reactSet = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'] as const;

/** What modules are given: what the page offers, and React, the page's or ours, as a whole. */
export function chooseLibraries(offered: SharedLibraries = {}): SharedLibraries {
  if (!Object.keys(own).some((name) => name in offered)) return { ...own, ...offered };
  const problem = problemWith(offered);
  if (problem === undefined) return offered;
  console.warn(
    `Baton's modules do not use the React that this page shares: ${problem} They get their own. ` +
      'Share all of it with shareReact() of @baton/host-kit/share-react, or leave it out of the option "shared".',
  );
  return { ...offered, ...own };
}

/** Has React come. Who needs it and gets none hears why. */
export function bringReact(libraries: SharedLibraries): void {
  for (const name of reactSet) libraries[name]?.get().catch(() => undefined);
}

/** Makes the scope for one module. Each module gets one of its own: what they share is decided here and in `kit-of-page.ts`. */
export function createShareScope(libraries: SharedLibraries): ShareScope {
  return Object.fromEntries(
    Object.entries(libraries).map(([name, { version, get }]) => [
      name,
      { [version]: { get: async () => always(exportsOf(await get())), from: fromPage, loaded: 1 } },
    ]),
  );
}

/**
 * Takes out what a container has put into its scope of libraries that the page has: webpack takes the newest in range, and
 * that would be the container's own as soon as it is newer than the page's.
 */
export function preferPages(scope: ShareScope): void {
  for (const versions of Object.values(scope)) {
    const offered = Object.entries(versions).filter(([, { from }]) => from === fromPage);
    if (offered.length === 0) continue;
    for (const version of Object.keys(versions))
      if (!offered.some(([kept]) => kept === version)) Reflect.deleteProperty(versions, version);
  }
}

/** Whether containers that ask for these ranges take all of it from the page. */
export function hasAll(libraries: SharedLibraries, ranges: Readonly<Record<string, string>>): boolean {
  return Object.entries(ranges).every(([name, range]) => {
    const found = libraries[name];
    return found !== undefined && fits(found.version, range);
  });
}

/** As webpack's containers see it: what is not released yet, as in Next's app router, fits no range. */
function fits(version: string, range: string): boolean {
  return !version.includes('-') && satisfiesContract(version, range);
}

function problemWith(offered: SharedLibraries): string | undefined {
  const missing = reactSet.filter((name) => offered[name] === undefined);
  if (missing.length > 0) return `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`;
  const versions = [...new Set(reactSet.map((name) => offered[name]?.version))];
  if (versions.length > 1) return `its parts are of versions ${versions.join(' and ')}.`;
  const [version = ''] = versions;
  return fits(version, ranges.react) ? undefined : `it is ${version}, and they work with ${ranges.react}.`;
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
