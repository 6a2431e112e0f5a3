import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformFile } from '@swc/core';
import { findFiles } from '../common/files.js';
import { root } from '../common/project.js';
import { folderOf } from './packages.js';

/**
 * Compiles a package that is plain TypeScript file by file, so that every bundler can leave out
 * what a page does not use: in one file the schemas would stay, since making one is a call.
 *
 * @param {string} room
 * @param {string} folder where the ES modules go, each with its source map
 */
export async function compilePackage(room, folder) {
  const sources = join(root, folderOf(room), 'src');
  for (const file of findFiles(sources, ['.'], /\.ts$/).filter((name) => !name.endsWith('.test.ts'))) {
    const target = join(folder, relative(sources, file).replace(/\.ts$/, '.js'));
    const { code, map } = await transformFile(file, {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      sourceFileName: `baton:///${relative(root, file).replaceAll('\\', '/')}`,
      sourceMaps: true,
    });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${withExtensions(code)}//# sourceMappingURL=${target.split(/[\\/]/).at(-1)}.map\n`);
    writeFileSync(`${target}.map`, map);
  }
}

/** Browsers and node ask for files by their whole name. The compiler leaves a file's first comment on the line of its first statement. */
function withExtensions(code) {
  return code.replaceAll(/((?:^|\*\/ )(?:import|export)\b[^'"]*['"])(\.{1,2}\/[^'"]+)(?=['"];$)/gm, '$1$2.js');
}
