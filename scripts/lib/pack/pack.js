import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from '../lock.js';
import { root } from '../project.js';
import { run } from '../run.js';
import { bundleForBrowsers } from './browser.js';
import { bundlePackage } from './bundle.js';
import { compilePackage } from './compile.js';
import { thirdPartyLicences } from './licences.js';
import { publishedManifest } from './manifest.js';
import { manifestOf, PACKAGES, roomsWithin, TOOLS } from './packages.js';
import { copyTool } from './tool.js';
import { writeTypes } from './types.js';

/** Where the tarballs lie, beside the folders that they were made from. */
export const packed = join(root, 'dist/packages');

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
    for (const room of PACKAGES) {
      if (roomsWithin(room).length === 0) await compilePackage(room, built(room));
      else libraries.set(room, await bundlePackage(room, built(room)));
    }
    await writeTypes(built, reports);
    await bundleForBrowsers('host-kit/src/index.ts', join(packed, 'host-kit/browser'));

    for (const room of PACKAGES) {
      const folder = join(packed, room);
      copyFileSync(join(root, 'packages', room, 'README.md'), join(folder, 'README.md'));
      if (libraries.has(room))
        writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.md'), thirdPartyLicences(libraries.get(room)));
      writeFileSync(join(folder, 'package.json'), `${JSON.stringify(publishedManifest(room, built(room)), null, 2)}\n`);
    }
    for (const room of TOOLS) await copyTool(room, join(packed, room));
    const folders = [...PACKAGES, ...TOOLS].map((room) => `./${join('dist/packages', room)}`);
    const { code, output } = await run('npm', ['pack', ...folders, '--pack-destination', packed, '--loglevel=error'], {
      onOutput: () => undefined,
    });
    if (code !== 0) throw new Error(`npm pack failed.\n${output}`);
  });
}
