import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compile } from 'tailwindcss';
import webpack from 'webpack';
import { browser } from '../../webpack.config.js';

const require = createRequire(import.meta.url);

/**
 * Host pages of the tests: each folder `<name>/` with a `host.ts` that is bundled together with host-kit into
 * `dist/embedding/<name>/host.js`, with the style sheets of frameworks beside it. What else a page needs – its HTML,
 * its own style sheets – is served from the folder as it is (see ../browser/support/host-pages.ts).
 */
export default ['hostile'].map(hostPage);

function hostPage(name) {
  return browser(`host-${name}`, 'production', {
    entry: { host: `./test/embedding/${name}/host.ts` },
    output: {
      path: join(import.meta.dirname, '../../dist/embedding', name),
      filename: '[name].js',
      publicPath: 'auto',
    },
    optimization: { splitChunks: false },
    plugins: [{ apply: (compiler) => compiler.hooks.make.tapPromise('frameworks', addFrameworks) }],
  });
}

/** Style sheets that hosts load: Bootstrap's, and Tailwind's preflight as its compiler writes it when nothing is in a layer. */
async function addFrameworks(compilation) {
  const read = (name) => readFile(require.resolve(name), 'utf8');
  const tailwind = await compile(await read('tailwindcss/preflight.css'));
  const sheets = {
    'bootstrap.css': await read('bootstrap/dist/css/bootstrap.css'),
    'tailwind.css': tailwind.build([]),
  };
  for (const [name, text] of Object.entries(sheets)) compilation.emitAsset(name, new webpack.sources.RawSource(text));
}
