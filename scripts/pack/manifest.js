import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../common/files.js';
import { importsOf } from '../common/imports.js';
import { entriesOf, manifestOf, packageOf, PEERS, roomsWithin } from './packages.js';

/**
 * The package.json that a package is published with: what the built files import becomes its
 * dependencies, in any version that is compatible with the one we build and test with.
 *
 * @param {string} room
 * @param {string} folder the built files
 */
export function publishedManifest(room, folder) {
  const { name, version, description, license, type, sideEffects } = manifestOf(room);
  const libraries = librariesOf(folder);
  const peers = libraries.filter((library) => library in PEERS);
  const versions = Object.assign({}, ...[...roomsWithin(room), room].map((within) => manifestOf(within).dependencies));
  return {
    name,
    version,
    description,
    license,
    type,
    sideEffects,
    exports: Object.fromEntries(entriesOf(room).map(({ path, file }) => [path, conditionsOf(folder, file)])),
    dependencies: Object.fromEntries(
      libraries.filter((library) => !(library in PEERS)).map((library) => [library, `^${versions[library]}`]),
    ),
    peerDependencies: Object.fromEntries(peers.map((library) => [library, PEERS[library].range])),
    peerDependenciesMeta: Object.fromEntries(
      peers.filter((library) => PEERS[library].optional).map((library) => [library, { optional: true }]),
    ),
  };
}

/** Bundlers take the first that they know: a host under development gets errors in words. */
function conditionsOf(folder, file) {
  const development = existsSync(join(folder, 'development', `${file}.js`));
  return {
    types: `./dist/${file}.d.ts`,
    ...(development ? { development: `./dist/development/${file}.js` } : {}),
    default: `./dist/${file}.js`,
  };
}

function librariesOf(folder) {
  const specifiers = findFiles(folder, ['.'], /\.(?:js|d\.ts)$/)
    .flatMap(importsOf)
    .map(({ specifier }) => specifier);
  return [...new Set(specifiers.filter((specifier) => !/^(?:\.|node:)/.test(specifier)).map(packageOf))].toSorted();
}
