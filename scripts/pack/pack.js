import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from '../common/lock.js';
import { root } from '../common/project.js';
import { run } from '../common/run.js';
import { bundlePackage } from './bundle.js';
import { compilePackage } from './compile.js';
import { copyPages } from './documents.js';
import { thirdPartyLicences } from './licences.js';
import { publishedManifest } from './manifest.js';
import { bundleSelfContained } from './self-contained.js';
import { manifestOf, PACKAGES, roomsWithin, TOOLS } from './packages.js';
import { copyTool } from './tool.js';
import { writeTypes } from './types.js';

/** Where the tarballs lie, beside the folders that they were made from. */
const packed = join(root, 'dist/packages');

/** Where the reports of what the packages promise are written; docs/api/ holds the ones that were agreed on. */
export const reports = join(packed, 'api');

/** @returns {string} the tarball of a package, which always has the same name for the same version */
export function tarballOf(room) {
  return join(packed, `baton-${room}-${manifestOf(room).version}.tgz`);
}

/**
 * Makes the tarballs of everything that teams outside install. The same sources make the same
 * bytes.
 *
 * @throws when a package does not build
 */
export function pack() {
  return alone(async () => {
    rmSync(packed, { recursive: true, force: true });
    const built = (room) => join(packed, room, 'dist');
    const libraries = new Map();
    // On the way to one that holds its libraries.
    const staging = join(root, '.cache/host-kit');
    rmSync(staging, { recursive: true, force: true });
    for (const room of PACKAGES) {
      if (roomsWithin(room).length === 0) await compilePackage(room, built(room));
      else libraries.set(room, await bundlePackage(room, room === 'host-kit' ? staging : built(room)));
    }
    const inHostKit = await bundleSelfContained(staging, built('host-kit'));
    libraries.set('host-kit', [...new Set([...libraries.get('host-kit'), ...inHostKit])]);
    await writeTypes(built, reports);

    for (const room of PACKAGES) {
      const folder = join(packed, room);
      if (libraries.has(room))
        writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.md'), thirdPartyLicences(libraries.get(room)));
      writeFileSync(join(folder, 'package.json'), `${JSON.stringify(publishedManifest(room, built(room)), null, 2)}\n`);
    }
    for (const room of TOOLS) await copyTool(room, join(packed, room));
    for (const room of [...PACKAGES, ...TOOLS]) await copyPages(room, join(packed, room));
    const folders = [...PACKAGES, ...TOOLS].map((room) => `./${join('dist/packages', room)}`);
    const { code, output } = await run('npm', ['pack', ...folders, '--pack-destination', packed, '--loglevel=error'], {
      onOutput: () => undefined,
    });
    if (code !== 0) throw new Error(`npm pack failed.\n${output}`);
    // A name that stays the same from version to version, for hosts that are tried with them.
    for (const room of PACKAGES) copyFileSync(tarballOf(room), join(packed, `${room}.tgz`));
  });
}
