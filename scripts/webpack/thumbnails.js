import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findFiles } from '../common/files.js';
import { root } from '../common/project.js';

/** webpack plugin: puts the pictures of scenarios and states beside a build, as `thumbnails/<id>.jpg`, and tells it their ids. */
export class Thumbnails {
  apply(compiler) {
    const { sources, Compilation, DefinePlugin } = compiler.webpack;
    const files = findFiles(root, ['docs/thumbnails'], /\.jpg$/);
    new DefinePlugin({
      BATON_THUMBNAILS: JSON.stringify(files.map((file) => basename(file, '.jpg'))),
    }).apply(compiler);
    compiler.hooks.thisCompilation.tap('Thumbnails', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'Thumbnails', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          for (const file of files) {
            compilation.emitAsset(`thumbnails/${basename(file)}`, new sources.RawSource(readFileSync(file)));
          }
        },
      );
    });
  }
}
