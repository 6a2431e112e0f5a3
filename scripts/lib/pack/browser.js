import { join } from 'node:path';

/**
 * Builds a package for pages without a bundler: one ES module with all that it needs, and chunks
 * beside it for what not every page asks for, such as React.
 *
 * @param {string} source the package's entry, below packages/
 * @param {string} folder where `baton-host.js` goes
 * @throws when something does not compile
 */
export async function bundleForBrowsers(source, folder) {
  const { default: webpack } = await import('webpack');
  const { browser } = await import('../../../webpack.config.js');
  const configuration = browser('host', 'production', {
    entry: { 'baton-host': `./${join('packages', source)}` },
    experiments: { outputModule: true },
    output: {
      path: folder,
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      publicPath: 'auto',
      library: { type: 'module' },
      chunkFormat: 'module',
    },
    plugins: [],
  });
  const compiler = webpack(configuration);
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => compiler.close(() => (error ? reject(error) : resolve(result))));
  });
  if (stats.hasErrors())
    throw new Error(`The build for pages without a bundler failed.\n${stats.toString('errors-only')}`);
}
