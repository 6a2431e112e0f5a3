import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.js';
import { manifestOf } from './packages.js';

/**
 * Copies a package that is plain JavaScript and runs as it is, without its tests.
 *
 * @param {string} room
 * @param {string} folder
 */
export function copyTool(room, folder) {
  cpSync(join(root, 'packages', room), folder, { recursive: true, filter: (path) => !/\.test\.ts$|node_modules/.test(path.slice(root.length)) });
  const { private: _, ...manifest } = manifestOf(room);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
