import { dirname, join, relative, sep } from 'node:path';
import { importsOf } from '../common/imports.js';

/**
 * Folder of scripts/ → the others it may import from. The commands beside these folders may import
 * from all, webpack.config.js from `webpack` alone: what runs webpack is no part of how it is set up.
 *
 * @type {Record<string, readonly string[]>}
 */
export const SCRIPT_LAYERS = {
  common: [],
  webpack: ['common'],
  lint: ['common'],
  test: ['common'],
  build: ['common', 'webpack.config.js'],
  serve: ['common', 'build'],
  docs: ['common', 'build'],
  bench: ['common', 'serve'],
  examples: ['common', 'webpack.config.js'],
  'contact-sheet': ['common', 'serve', 'test'],
  release: ['common', 'docs'],
  pack: ['common', 'docs', 'release', 'webpack', 'webpack.config.js'],
  generate: ['common', 'lint', 'pack', 'packages', 'mocks', 'shell'],
};

const COMMANDS = [...Object.keys(SCRIPT_LAYERS), 'webpack.config.js'];
/** Made by a build, or the settings of a build of its own. */
const ANY_MAY_RUN = /^(?:dist\/|test\/\w+\/webpack\.config\.js$)/;

/**
 * Checks who imports what among the scripts.
 *
 * @param {string} root the project's folder
 * @param {string[]} files absolute paths of webpack.config.js and of files in scripts/
 * @returns {string[]} one line per forbidden import: `file: reason`
 */
export function checkScriptLayers(root, files) {
  return files.flatMap((file) => {
    const path = relative(root, file).split(sep).join('/');
    const place = placeOf(path);
    const allowed = place === 'webpack.config.js' ? ['webpack'] : (SCRIPT_LAYERS[place] ?? COMMANDS);
    return importsOf(file).flatMap(({ specifier }) => {
      if (!specifier.startsWith('.')) return [];
      const target = join(dirname(path), specifier).split(sep).join('/');
      const room = placeOf(target);
      if (room === place || allowed.includes(room) || ANY_MAY_RUN.test(target)) return [];
      return [
        `${path}: "${specifier}" is not below ${place}, which may import from ${allowed.join(', ') || 'nothing'}`,
      ];
    });
  });
}

/** `serve` for a file in scripts/serve/, the file itself for a command, else the first folder of its path. */
function placeOf(path) {
  const [top, folder, ...rest] = path.split('/');
  if (top !== 'scripts') return top;
  return rest.length > 0 ? folder : path;
}
