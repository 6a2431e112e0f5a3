import reactDomPackage from 'react-dom/package.json';
import reactPackage from 'react/package.json';
import { satisfiesContract } from '@baton/contracts';
import ranges from './shared-ranges.json';

/** A library that the page shares with modules. */
export interface SharedLibrary {
  /** Exact version, as semver. */
  version: string;
  /** Loads the library; called when the first module needs it. */
  get(): Promise<unknown>;
}

/** Libraries by the name that modules import them by. */
export type SharedLibraries = Readonly<Record<string, SharedLibrary>>;

/**
 * A share scope as webpack's containers take it: library → version → how to get it.
 * Source: webpack, "Module Federation", dynamic remote containers.
 */
export type ShareScope = Record<string, Record<string, { get(): Promise<() => unknown>; from: string; loaded?: 1 }>>;

/** The `from` of libraries in a share scope that come from the page itself. */
export const fromPage = 'baton-host';

/** The libraries that host-kit shares with modules. They are fetched only when a module needs them. */
const own = {
  react: { version: reactPackage.version, get: () => import('react') },
  'react/jsx-runtime': { version: reactPackage.version, get: () => import('react/jsx-runtime') },
  'react-dom': { version: reactDomPackage.version, get: () => import('react-dom') },
  'react-dom/client': { version: reactDomPackage.version, get: () => import('react-dom/client') },
} satisfies Record<keyof typeof ranges, SharedLibrary>;

/** All parts of React. They have to be of one version: react-dom refuses another version of react. */
const reactSet = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'] as const;

/** The libraries for modules: those that the page offers, and React as a whole, either the page's or host-kit's. */
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

/** Starts loading React. Errors are reported to the modules that need it. */
export function loadReact(libraries: SharedLibraries): void {
  for (const name of reactSet) libraries[name]?.get().catch(() => undefined);
}

/** Makes the share scope of one module. Each module has its own; what modules share is decided here and in `kit-of-page.ts`. */
export function createShareScope(libraries: SharedLibraries): ShareScope {
  return Object.fromEntries(
    Object.entries(libraries).map(([name, { version, get }]) => [
      name,
      { [version]: { get: async () => always(exportsOf(await get())), from: fromPage, loaded: 1 } },
    ]),
  );
}

/**
 * Removes a container's own versions of libraries that the page has: webpack uses the newest version in range, which may
 * be the container's.
 */
export function preferPages(scope: ShareScope): void {
  for (const versions of Object.values(scope)) {
    const offered = Object.entries(versions).filter(([, { from }]) => from === fromPage);
    if (offered.length === 0) continue;
    for (const version of Object.keys(versions))
      if (!offered.some(([kept]) => kept === version)) Reflect.deleteProperty(versions, version);
  }
}

/** Whether the page has all libraries of these ranges, so that a container uses none of its own. */
export function hasAll(libraries: SharedLibraries, ranges: Readonly<Record<string, string>>): boolean {
  return Object.entries(ranges).every(([name, range]) => {
    const found = libraries[name];
    return found !== undefined && fits(found.version, range);
  });
}

/** By webpack's rules: a prerelease, such as the React in Next's app router, fits no range. */
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
 * The exports of a library. For a CommonJS library, some bundlers and node let `import()` resolve to an object with its
 * exports as `default` only.
 */
function exportsOf(library: unknown): unknown {
  if (typeof library !== 'object' || library === null || !('default' in library)) return library;
  const wrapped = Object.keys(library).every((name) => name === 'default' || name === 'module.exports');
  return wrapped ? library.default : library;
}

function always(library: unknown): () => unknown {
  return () => library;
}
