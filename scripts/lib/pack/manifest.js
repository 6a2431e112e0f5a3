import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../files.js';
import { importsOf } from '../layers.js';
import { root } from '../project.js';
import { entriesOf, manifestOf, packageOf, PEERS, roomsWithin } from './packages.js';

/**
 * The package.json that a package is published with: what the built files import becomes its
 * dependencies, in any version that is compatible with the one we build and test with; what modules
 * take from a host in a wider range may be in that range, so that a host's own copy counts.
 *
 * @param {string} room
 * @param {string} folder the built files
 */
export function publishedManifest(room, folder) {
  const { name, version, description, license, type, sideEffects } = manifestOf(room);
  const libraries = librariesOf(folder);
  const shared = JSON.parse(readFileSync(join(root, 'packages/host-kit/src/modules/shared-ranges.json'), 'utf8'));
  const versions = Object.assign({}, ...[...roomsWithin(room), room].map((within) => manifestOf(within).dependencies));
  return {
    name,
    version,
    description,
    license,
    type,
    sideEffects,
    exports: Object.fromEntries(
      entriesOf(room).map(({ path, file }) => [path, { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` }]),
    ),
    dependencies: Object.fromEntries(
      libraries
        .filter((library) => !(library in PEERS))
        .map((library) => [library, shared[library] ?? `^${versions[library]}`]),
    ),
    peerDependencies: Object.fromEntries(
      libraries.filter((library) => library in PEERS).map((library) => [library, PEERS[library]]),
    ),
  };
}

function librariesOf(folder) {
  const specifiers = findFiles(folder, ['.'], /\.(?:js|d\.ts)$/)
    .flatMap(importsOf)
    .map(({ specifier }) => specifier);
  return [...new Set(specifiers.filter((specifier) => !specifier.startsWith('.')).map(packageOf))].toSorted();
}
