import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../common/project.js';
import { entriesOf, packageOf, PACKAGES } from './packages.js';

/** Built in although they are libraries: without their parser, which only our build can leave out (see webpack.config.js). */
const BUILT_IN = ['intl-messageformat', '@formatjs/fast-memoize'];

/**
 * Builds each entry of a package that leans on rooms, style sheets and catalogues as one readable
 * ES module with a source map. What hosts install themselves stays an import.
 *
 * @param {string} room
 * @param {string} folder where the ES modules go
 * @returns {Promise<string[]>} the libraries that have been built in
 * @throws when something does not compile
 */
export async function bundlePackage(room, folder) {
  const { default: webpack } = await import('webpack');
  const { configuration } = await import('../../webpack.config.js');
  const compiler = webpack(
    entriesOf(room).map((entry) => bundle(configuration, entry, folder, directivesOf(webpack, entry))),
  );
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => compiler.close(() => (error ? reject(error) : resolve(result))));
  });
  if (stats.hasErrors()) throw new Error(`${room} does not build.\n${stats.toString('errors-only')}`);

  const modules = stats.stats
    .flatMap(({ compilation }) => [...compilation.modules])
    .flatMap((module) => module.modules ?? module);
  const paths = modules.flatMap(
    ({ resource }) =>
      resource
        ?.split(/node_modules[\\/]/)
        .slice(1)
        .at(-1) ?? [],
  );
  return [...new Set(paths.filter((path) => !path.endsWith('package.json')).map(packageOf))].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
}

/** A directive counts where it is the first thing of a file, and bundling puts other things before it. */
function directivesOf({ BannerPlugin }, { source }) {
  const [directive] = /^'use \w+';/.exec(readFileSync(join(root, source), 'utf8')) ?? [];
  return directive === undefined ? [] : [new BannerPlugin({ banner: directive, raw: true })];
}

function bundle(configuration, { file, source }, folder, plugins) {
  const settings = configuration(`library ${source.replaceAll(/\W/g, '-')}`, 'production', {
    target: ['web', 'es2022'],
    entry: { [file]: `./${source}` },
    experiments: { outputModule: true },
    output: {
      path: folder,
      filename: '[name].js',
      library: { type: 'module' },
      clean: false,
      devtoolModuleFilenameTemplate: ({ resourcePath }) => `baton:///${resourcePath.replace(/^\.\//, '')}`,
    },
    externalsType: 'module-import',
    externals: ({ request, contextInfo }, done) =>
      isBuiltIn(request, contextInfo.issuer) ? done() : done(null, request),
    // Hosts minify with the rest of their page, and leave out what is unused: what webpack writes in its place, Rollup
    // and Vite warn of.
    optimization: { minimize: false, innerGraph: false },
  });
  const loader = join(import.meta.dirname, '../webpack/sheet-loader.js');
  const rules = settings.module.rules.map((rule) => (rule.test?.test('.css') ? { test: rule.test, loader } : rule));
  const { config } = settings.cache.buildDependencies;
  const cache = { ...settings.cache, buildDependencies: { config: [...config, import.meta.filename] } };
  return { ...settings, cache, module: { rules }, plugins };
}

function isBuiltIn(request, issuer) {
  if (request.startsWith('.') || request.startsWith(root) || request.endsWith('/package.json')) return true;
  const name = packageOf(request);
  if (name.startsWith('@baton/')) return !PACKAGES.includes(name.slice('@baton/'.length));
  const asker = packageOf(issuer.split(/node_modules[\\/]/).at(-1));
  return BUILT_IN.includes(name) || BUILT_IN.includes(asker);
}
