import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../common/project.js';
import { run } from '../common/run.js';
import { folderOf, manifestOf } from './packages.js';

/**
 * Copies a package that is plain JavaScript and runs as it is, without its tests, and writes the
 * declarations that its comments make.
 *
 * @param {string} room
 * @param {string} folder
 * @throws when the declarations cannot be written
 */
export async function copyTool(room, folder) {
  cpSync(join(root, folderOf(room)), folder, {
    recursive: true,
    filter: (path) => !/\.test\.ts$|node_modules/.test(path.slice(root.length)),
  });
  const sources = join(folder, 'src');
  const options = [
    '--allowJs',
    '--declaration',
    '--emitDeclarationOnly',
    '--resolveJsonModule',
    '--skipLibCheck',
    '--types',
    '',
    '--target',
    'es2022',
    '--module',
    'esnext',
    '--moduleResolution',
    'bundler',
  ];
  const { code, output } = await run(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      join(sources, 'index.js'),
      '--ignoreConfig',
      '--rootDir',
      sources,
      '--outDir',
      sources,
      ...options,
    ],
    { onOutput: () => undefined, seconds: 60 },
  );
  if (code !== 0) throw new Error(`No declarations could be made for ${room}:\n${output}`);
  const { private: _, ...manifest } = manifestOf(room);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
