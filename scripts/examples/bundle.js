import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../common/project.js';

/** Where a bundled example is: `page/` for browsers, and `server.js`. */
const folderOf = (name) => join(root, 'dist/examples', name);

/**
 * Bundles an example: its page as a host does it, and its server for node.
 *
 * @param {string} name a folder of examples/
 * @returns {Promise<string>} where it is
 * @throws when it does not compile
 */
export async function bundleExample(name) {
  const folder = folderOf(name);
  rmSync(folder, { recursive: true, force: true });
  await bundlePage(name, join(folder, 'page'));
  await build({
    entryPoints: [join(root, 'examples', name, 'server.ts')],
    outfile: join(folder, 'server.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['ws'],
    logLevel: 'warning',
  });
  for (const file of ['index.html', 'host.css'])
    copyFileSync(join(root, 'examples', name, file), join(folder, 'page', file));
  return folder;
}

async function bundlePage(name, folder) {
  const { default: webpack } = await import('webpack');
  const { browser } = await import('../../webpack.config.js');
  const compiler = webpack(
    browser(`example-${name}`, 'production', {
      entry: { page: `./examples/${name}/page.ts` },
      plugins: [],
      output: { path: folder, filename: '[name].js', chunkFilename: '[id].[contenthash:8].js', publicPath: 'auto' },
    }),
  );
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => compiler.close(() => (error ? reject(error) : resolve(result))));
  });
  if (stats.hasErrors()) throw new Error(`The example ${name} does not build.\n${stats.toString('errors-only')}`);
}
