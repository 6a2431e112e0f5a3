import { strToU8, zipSync } from 'fflate';

/** Where hosts of Module Federation 2 look for types, beside the entry: module-federation.io, "Type Hinting". */
export const TYPES = { zip: '@mf-types.zip', api: '@mf-types.d.ts' };

/** What the host calls the remote: its build tool puts it in. */
const ALIAS = 'REMOTE_ALIAS_IDENTIFIER';

/** All that a module exposes are its lifecycles, in the words of the host-kit that the host has installed. */
const declaration = `import type { ModuleLifecycles } from '@baton/host-kit';

/** Once, before all else. */
export declare const bootstrap: ModuleLifecycles['bootstrap'];
/** Puts the module into \`domElement\`. Resolves after the first commit. */
export declare const mount: ModuleLifecycles['mount'];
/** Renders with other props. */
export declare const update: NonNullable<ModuleLifecycles['update']>;
/** Removes everything that \`mount\` put up. */
export declare const unmount: ModuleLifecycles['unmount'];
`;

/**
 * What TypeScript hosts of Module Federation 2 download while they build.
 *
 * @param {string[]} exposed what the container exposes, without `./`
 * @returns {Record<string, string | Uint8Array>} the files, by name
 */
export function federationTypes(exposed) {
  const files = Object.fromEntries(exposed.map((name) => [`${name}.d.ts`, strToU8(declaration)]));
  const paths = exposed.map((name) => `'${ALIAS}/${name}'`);
  const types = paths.map((path) => `T extends ${path} ? typeof import(${path}) : `);
  return {
    // The same bytes on any day.
    [TYPES.zip]: zipSync(files, { mtime: new Date(1980, 0, 1) }),
    [TYPES.api]: `export type RemoteKeys = ${paths.join(' | ')};\nexport type PackageType<T> = ${types.join('')}unknown;\n`,
  };
}
